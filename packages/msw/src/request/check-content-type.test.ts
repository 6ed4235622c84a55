import { expect, it } from "vitest";
import type { ContractOperation } from "../contract.ts";
import { createMockApi } from "../create-mock-api.ts";
import { contract } from "../generated/contract.ts";
import { sampleOf } from "../schema/sample-of.ts";
import { ORIGIN, setUp } from "../test-utils/set-up.ts";

const jsonOperations = Object.values(contract.operations).filter(
  ({ requestBody, contentType = "application/json" }) => requestBody && contentType.endsWith("json"),
);

/** Sends a valid body as bytes, so that `fetch` adds no content type. */
function requestOf({ method, path, requestBody }: ContractOperation, contentType?: string): Request {
  const body = new TextEncoder().encode(JSON.stringify(sampleOf(contract, requestBody?.schema ?? true)));
  const headers = { authorization: "Bearer t", ...(contentType !== undefined && { "content-type": contentType }) };
  return new Request(`${ORIGIN}${path.replaceAll(/\{.*?\}/g, "x")}`, { method, headers, body });
}

it.each([
  undefined,
  "",
  "text/plain",
  "text/plain;charset=UTF-8",
  "application/xml",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/jsonp",
  "json",
])("rejects a JSON body with content type %j with 415 and the error envelope", async (contentType) => {
  const { workspace } = setUp();
  const before = workspace.snapshot();
  expect(jsonOperations.length).toBeGreaterThan(0);
  for (const operation of jsonOperations) {
    const response = await workspace.fetch(requestOf(operation, contentType));
    expect(response.status).toBe(415);
    const type = contentType?.split(";")[0];
    const got = type ? JSON.stringify(type) : "no content-type";
    const message = `The body must be ${operation.contentType ?? "application/json"}, got ${got}`;
    expect(await response.json()).toEqual({ errors: [{ type: "unsupported-media-type", message }] });
  }
  expect(workspace.snapshot()).toEqual(before);
});

it.each([
  "application/json",
  "Application/JSON; charset=utf-8",
  "application/vnd.segment.v1+json",
  "application/vnd.segment.v1alpha+json",
])("accepts a JSON body with content type %s", async (contentType) => {
  const { workspace } = setUp();
  for (const operation of jsonOperations) {
    const response = await workspace.fetch(requestOf(operation, contentType));
    expect(response.status).not.toBe(415);
  }
});

it.each([
  ["text/csv", "text/csv; charset=utf-8", 204],
  ["text/csv", "text/plain", 415],
  ["text/*", "text/markdown", 204],
  ["text/*", "application/json", 415],
  ["image/*", "image/png", 204],
  ["image/*", "application/octet-stream", 204],
  ["image/*", "text/html", 415],
  ["application/octet-stream", "image/png", 415],
  ["*/*", "image/png", 204],
  ["*/*", "png", 415],
])("responds to an operation with a %s body of type %s with %i", async (declared, sent, status) => {
  const upload: ContractOperation = {
    id: "upload",
    method: "PUT",
    path: "/file",
    body: "body",
    contentType: declared,
    parameters: [],
    requestBody: { required: true, schema: true },
    success: { status: 204 },
  };
  const api = createMockApi({ schemas: {}, operations: { upload } }, () => undefined, {});
  const headers = { authorization: "Bearer t", "content-type": sent };
  const request = new Request(`${ORIGIN}/file`, { method: "PUT", headers, body: "x" });
  expect((await api.handle(request)).status).toBe(status);
});

it("checks the parameters, not the content type, of a request without a body", async () => {
  const { workspace } = setUp();
  const headers = { authorization: "Bearer t", "content-type": "text/plain" };
  expect((await workspace.fetch(`${ORIGIN}/users`, { headers })).status).toBe(200);
});
