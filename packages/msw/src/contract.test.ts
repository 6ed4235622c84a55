import { expect, it } from "vitest";
import { createMockApi } from "./create-mock-api.ts";
import { createMockWorkspace } from "./create-mock-workspace.ts";
import { contract } from "./generated/contract.ts";
import { createValidator } from "./request/create-validator.ts";
import { resolvers } from "./resolvers/index.ts";
import { sampleOf } from "./response/sample-of.ts";

const operations = Object.values(contract.operations);
const validate = createValidator(contract);

it("defines a resolver for every operation of the spec", () => {
  expect(Object.keys(resolvers).toSorted()).toEqual(Object.keys(contract.operations).toSorted());
});

it.each(operations)(
  "returns responses that match the spec for $id, from its resolver and from a sample",
  async ({ id, method, path, requestBody, success }) => {
    const workspace = createMockWorkspace({ invites: [{ email: "a@example.com" }] });
    const userId = workspace.users[0]?.id ?? "";
    const query = method === "DELETE" ? `?userIds.0=${userId}&emails.0=a@example.com` : "";
    const url = new URL(`https://api.segmentapis.com${path.replace("{userId}", userId)}${query}`);
    url.searchParams.delete(path === "/users" ? "emails.0" : "userIds.0");
    const init = {
      method,
      headers: { authorization: "Bearer t" },
      ...(requestBody && { body: JSON.stringify(sampleOf(contract, requestBody.schema)) }),
    };
    const samples = createMockApi(contract, () => undefined, {});
    for (const response of [await workspace.fetch(url, init), await samples.handle(new Request(url, init))]) {
      expect(response.status).toBe(success.status);
      const envelope: { data?: unknown } = await response.json();
      expect(envelope.data).toBeDefined();
      expect(validate(envelope, success.schema ?? false, "")).toEqual([]);
    }
    expect(workspace.requests.map(({ operation }) => operation)).toEqual([id]);
  },
);
