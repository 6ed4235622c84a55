import { createIamClient, multipartBody, rawBody, urlencodedBody, type OperationDescriptor } from "@segment-iam/client";
import { describe, expect, it } from "vitest";
import type { ContractOperation, JsonSchema } from "../contract.ts";
import { createMockApi } from "../create-mock-api.ts";

/** Creates a mock of one operation. `inputs` contains what its resolver received. */
function mockOf(operation: Partial<ContractOperation>, schema: JsonSchema, data?: unknown) {
  const described: ContractOperation = {
    id: "upload",
    method: "POST",
    path: "/files",
    ...(operation.parseAs ? { unwrapped: true } : { noContent: true }),
    ...operation,
    parameters: [],
    requestBody: { required: true, schema },
    success: operation.parseAs ? { status: 200, schema: { type: "string" } } : { status: 204 },
  };
  const inputs: Record<string, unknown>[] = [];
  const contract = {
    schemas: { Preview: { type: "string", format: "binary" } as const },
    operations: { upload: described },
  };
  const resolve = (input: object) => {
    inputs.push({ ...input });
    return data;
  };
  const api = createMockApi(contract, () => resolve, {});
  const fetch: typeof globalThis.fetch = (url, init) => api.handle(new Request(url, init));
  const iam = createIamClient({ token: "any", baseUrl: "https://api.example.com", fetch });
  return { api, inputs, call: (input: object) => iam.call(described as OperationDescriptor, input) };
}

const multipart = { body: true, contentType: "multipart/form-data", encode: multipartBody } as const;
const urlencoded = { body: true, contentType: "application/x-www-form-urlencoded", encode: urlencodedBody } as const;

const form: JsonSchema = {
  type: "object",
  required: ["size"],
  additionalProperties: false,
  properties: {
    size: { type: "integer", minimum: 1 },
    isPublic: { type: "boolean" },
    tags: { type: "array", items: { type: "string" } },
    owner: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
    file: { type: "string", format: "binary" },
    previews: { type: "array", items: { $ref: "#/schemas/Preview" } },
  },
};

describe("readBody with a form", () => {
  const input = { size: 2, isPublic: true, tags: ["1"], owner: { name: "Ada" } };

  it.each([
    ["multipart", multipart],
    ["urlencoded", urlencoded],
  ])("passes fields to the resolver unchanged (%s)", async (_, operation) => {
    const { inputs, call } = mockOf(operation, form);
    await call(input);
    expect(inputs).toEqual([input]);
  });

  it("passes files to the resolver unchanged", async () => {
    const { inputs, call } = mockOf(multipart, form);
    const file = new File([new Uint8Array([0, 255])], "a.png", { type: "image/png" });
    await call({ size: 1, file, previews: [file] });
    const [{ file: received, previews }] = inputs as [{ file: File; previews: File[] }];
    for (const blob of [received, ...previews])
      expect([blob.name, blob.type, await blob.bytes()]).toEqual(["a.png", "image/png", await file.bytes()]);
  });

  it.each([
    ["multipart", multipart],
    ["urlencoded", urlencoded],
  ])("rejects invalid fields with 422 (%s)", async (_, operation) => {
    const { call } = mockOf(operation, form);
    const invalid = { size: 0, tags: ["a"], owner: { email: "ada@example.com" }, other: "x" };
    const errors = ["size", "owner.name", "other"].map((field) => expect.objectContaining({ field }));
    await expect(call(invalid)).rejects.toMatchObject({ status: 422, errors: expect.arrayContaining(errors) });
  });

  it("rejects a file in a number field with 422", async () => {
    const { call } = mockOf(multipart, form);
    await expect(call({ size: new Blob(["1"]) })).rejects.toMatchObject({ status: 422, errors: [{ field: "size" }] });
  });

  it.each<[string, Partial<ContractOperation>, RequestInit, string]>([
    [
      "a body without a boundary",
      multipart,
      { body: "{}", headers: { "content-type": "multipart/form-data" } },
      "is not a multipart form",
    ],
    ["an empty body", multipart, {}, "is required"],
    ["plain text for an object", multipart, { body: formOf("owner", "Ada") }, "has a part that is not JSON"],
  ])("rejects %s in a multipart request", async (_, operation, init, reason) => {
    const { api } = mockOf(operation, form);
    const headers = { authorization: "Bearer any", ...init.headers };
    const response = await api.handle(
      new Request("https://api.example.com/files", { method: "POST", ...init, headers }),
    );
    expect(await response.json()).toMatchObject({ errors: [{ field: "body", message: `"body" ${reason}` }] });
  });
});

function formOf(name: string, value: string): FormData {
  const data = new FormData();
  data.append(name, value);
  return data;
}

it("passes text to the resolver, and validates it", async () => {
  const { inputs, call } = mockOf(
    { body: "body", contentType: "text/csv", encode: rawBody },
    { type: "string", minLength: 2 },
  );
  await call({ body: "1,2" });
  expect(inputs).toEqual([{ body: "1,2" }]);
  await expect(call({ body: "1" })).rejects.toMatchObject({ status: 422 });
});

it("passes a file to the resolver", async () => {
  const operation = { body: "body", contentType: "image/*", encode: rawBody } as const;
  const { inputs, call } = mockOf(operation, { type: "string", format: "binary" });
  await call({ body: new Blob([new Uint8Array([0, 255])], { type: "image/webp" }) });
  const blob = inputs[0]?.["body"] as Blob;
  expect([blob.type, await blob.bytes()]).toEqual(["image/webp", new Uint8Array([0, 255])]);
});

it.each<[string, Partial<ContractOperation>, unknown, unknown, string]>([
  ["text", { parseAs: "text", accept: "text/csv" }, "a", "a", "text/csv"],
  ["text of an operation that accepts text/*", { parseAs: "text", accept: "text/*" }, "a", "a", "text/plain"],
  ["a file", { parseAs: "blob", accept: "image/*" }, new Blob(["a"]), expect.any(Blob), "image/png"],
  [
    "a file with its own type",
    { parseAs: "blob", accept: "image/*" },
    new Blob(["a"], { type: "image/gif" }),
    expect.any(Blob),
    "image/gif",
  ],
])("responds with %s and its media type", async (_, operation, data, result, type) => {
  const { call } = mockOf({ ...operation, body: "body" }, true, data);
  const response = await call({ body: 1 });
  expect([response.data, response.response.headers.get("content-type")]).toEqual([result, type]);
});
