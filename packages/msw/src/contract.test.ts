import * as client from "@segment-iam/client";
import { expect, it } from "vitest";
import type { ContractOperation } from "./contract.ts";
import { createMockApi } from "./create-mock-api.ts";
import { createMockWorkspace, type MockWorkspace } from "./create-mock-workspace.ts";
import { contract } from "./generated/contract.ts";
import { createValidator } from "./schema/create-validator.ts";
import { sampleOf } from "./schema/sample-of.ts";

const operations = Object.values(contract.operations);
const validate = createValidator(contract);

it.each(operations)(
  "returns responses that match the spec for $id, from its resolver and from a sample",
  async (operation) => {
    const workspace = createMockWorkspace({ invites: [{ email: "a@example.com" }] });
    const samples = createMockApi(contract, () => undefined, {});
    const input = inputOf(operation, workspace);
    const responders = [(request: Request) => workspace.fetch(request), (request: Request) => samples.handle(request)];
    for (const respond of responders) {
      const response = await call(operation, input, respond);
      const { status, schema } = operation.success;
      expect(response.status).toBe(status);
      const text = await response.text();
      expect(text === "").toBe(schema === undefined);
      const body: unknown = operation.parseAs === undefined ? JSON.parse(text || "null") : text;
      expect(validate(body, schema ?? true, "")).toEqual([]);
    }
    expect(workspace.requests.map((request) => request.operation)).toEqual([operation.id]);
  },
);

/** Calls an operation with the client. Returns the response that the client read. */
async function call(
  { id }: ContractOperation,
  input: object,
  respond: (request: Request) => Promise<Response>,
): Promise<Response> {
  const responses: Response[] = [];
  const iam = client.createIamClient({
    token: "t",
    fetch: async (request, init) => {
      const response = await respond(new Request(request, init));
      responses.push(response.clone());
      return response;
    },
  });
  await Reflect.get(client, id)(iam, input);
  const [response] = responses;
  if (!response) throw new Error(`${id} sent no request`);
  return response;
}

/** Returns the required inputs of an operation: IDs and addresses from the workspace where possible, otherwise samples. */
function inputOf({ parameters, body, requestBody }: ContractOperation, { users, invites }: MockWorkspace): object {
  const items: Record<string, unknown> = {
    userId: users[0]?.id,
    userIds: [users[0]?.id],
    emails: [invites[0]?.email],
  };
  const required = parameters.filter((parameter) => parameter.required);
  const input = required.map(({ name, schema }) => [name, items[name] ?? sampleOf(contract, schema)]);
  const sample = requestBody && sampleOf(contract, requestBody.schema);
  const members = body === "body" ? { body: sample } : Object(sample);
  return { ...Object.fromEntries(input), ...members };
}

it("names a member with a dot in the validation error", () => {
  expect(validate({ "a.b": 1 }, { properties: {}, additionalProperties: false }, "")).toEqual([
    { type: "input-validation", message: '"a.b" is not allowed', field: "a.b" },
  ]);
});
