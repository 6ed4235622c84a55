import { rm } from "node:fs/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { generate } from "./generate.ts";
import { parse } from "./load.ts";
import type { Json, JsonObject } from "./spec/json.ts";
import { objectOf } from "./test-utils/documents/api-document.ts";
import { emitPackages } from "./test-utils/emitted/built-packages.ts";
import type { EmittedPackages } from "./test-utils/emitted/emitted-packages.ts";

const TEXT: JsonObject = { type: "string" };
const ALTERNATIVES = [referenceTo("UserCreated"), referenceTo("UserDeleted")];
const ACCOUNT = objectOf({
  "id!": { ...TEXT, readOnly: true },
  "password!": { ...TEXT, writeOnly: true },
  "name!": TEXT,
});

/** Each schema is the request body and the response of one operation. */
const SCHEMAS: JsonObject = {
  UserCreated: objectOf({ "type!": { ...TEXT, const: "user.created" } }),
  UserDeleted: objectOf({ "type!": { ...TEXT, enum: ["user.deleted", "user.removed"] } }),
  OneOf: { oneOf: ALTERNATIVES, discriminator: { propertyName: "type" } },
  AnyOf: { anyOf: ALTERNATIVES, discriminator: { propertyName: "type" } },
  PartialMapping: {
    oneOf: ALTERNATIVES,
    discriminator: { propertyName: "type", mapping: { "user.removed": "#/components/schemas/UserDeleted" } },
  },
  Account: ACCOUNT,
  AccountWithExample: { ...ACCOUNT, example: { id: "a", password: "secret", name: "Ada" } },
  Team: objectOf({ "owner!": referenceTo("Account"), "members!": { type: "array", items: referenceTo("Account") } }),
  Owner: { allOf: [referenceTo("Account"), objectOf({ "since!": TEXT }), { required: ["id", "password"] }] },
  Base: { type: "object", required: ["id", "password", "name"] },
  Heir: { allOf: [referenceTo("Base")], properties: ACCOUNT["properties"] ?? {} },
  Unreadable: objectOf({ "text!": { ...TEXT, pattern: "(?i)a" } }),
  Slow: objectOf({ "text!": { ...TEXT, pattern: "^(a+)+$" } }),
  Checked: objectOf({ "text!": { ...TEXT, pattern: "^string$" } }),
  LongText: objectOf({ "text!": { ...TEXT, minLength: 1_000_000_000 } }),
  LongList: objectOf({ "list!": { type: "array", items: TEXT, minItems: 1_000_000_000 } }),
  Matrix: objectOf({ "list!": { type: "array", items: referenceTo("LongList"), minItems: 1_000_000_000 } }),
  Recursive: objectOf({ "self!": referenceTo("Recursive") }),
  Wide: objectOf(
    Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`w${index}`, referenceTo(`Wide${index}`)])),
  ),
  ...Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`Wide${index}`, referenceToWide(index)])),
  ...Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`Deep${index}`, deepSchema(index)])),
};

function referenceTo(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** A schema that refers to all other `Wide` schemas. There are 30! paths that visit each of them once. */
function referenceToWide(index: number): JsonObject {
  const others = Array.from({ length: 30 }, (_, other) => other).filter((other) => other !== index);
  return objectOf(Object.fromEntries(others.map((other) => [`w${other}`, referenceTo(`Wide${other}`)])));
}

function deepSchema(index: number): JsonObject {
  return objectOf({ "next!": index === 2_999 ? TEXT : referenceTo(`Deep${index + 1}`) });
}

function documentWith(schemas: JsonObject): JsonObject {
  const names = Object.keys(schemas).filter((name) => !/^(?:Deep[1-9]|Wide\d)/.test(name));
  const operations = names.map((name): [string, JsonObject] => {
    const content = { "application/json": { schema: referenceTo(name) } };
    const responses = { "200": { description: "Success.", content } };
    return [`/${name}`, { post: { operationId: `send${name}`, requestBody: { content, required: true }, responses } }];
  });
  const info = { title: "Mock", version: "1" };
  return { openapi: "3.1.0", info, paths: Object.fromEntries(operations), components: { schemas } };
}

let directory: string;
let packages: EmittedPackages;

beforeAll(async () => {
  const files = await generate(parse(JSON.stringify(documentWith(SCHEMAS)), "spec.json"));
  ({ directory, packages } = await emitPackages(files, ["client"]));
});

afterAll(() => rm(directory, { recursive: true }));

/** Sends a body to the operation of a schema. */
async function send(name: string, body: Json): Promise<{ status: number; body: unknown }> {
  return sendText(name, JSON.stringify(body));
}

async function sendText(name: string, body: string): Promise<{ status: number; body: unknown }> {
  const api = packages.createMockApi(packages.contract, () => undefined, {});
  const init = { method: "POST", headers: { authorization: "Bearer t", "content-type": "application/json" }, body };
  const response = await api.handle(new Request(`https://api.example/${name}`, init));
  return { status: response.status, body: await response.json() };
}

describe.each(["OneOf", "AnyOf", "PartialMapping"])(
  "a discriminator with values that the schemas define: %s",
  (name) => {
    it.each(["user.created", "user.removed"])("accepts %s", async (type) => {
      expect(await send(name, { type })).toEqual({ status: 200, body: { type: "user.created" } });
    });

    it.each(["UserCreated", "UserDeleted", "user.updated"])("rejects %s", async (type) => {
      expect(await send(name, { type })).toMatchObject({ status: 422 });
    });
  },
);

const sent = { password: "p", name: "n", since: "s" };
const sample = { id: "string", name: "string" };

it.each<[string, Json, Json]>([
  ["Account", sent, sample],
  ["Account", { ...sent, id: 5 }, sample],
  ["AccountWithExample", sent, { id: "a", name: "Ada" }],
  ["Team", { owner: sent, members: [sent] }, { owner: sample, members: [sample] }],
  ["Owner", sent, { ...sample, since: "string" }],
  ["Heir", sent, sample],
])("requires no read-only member of %s in %j, and returns no write-only member", async (name, request, response) => {
  expect(await send(name, request)).toEqual({ status: 200, body: response });
  const { contract, createValidator } = packages;
  expect(createValidator(contract)(response, contract.operations[`send${name}`]?.success.schema, "")).toEqual([]);
});

it.each(["Account", "Owner", "Heir"])("requires the write-only member of %s", async (name) => {
  const body = { errors: [expect.objectContaining({ field: "password" })] };
  expect(await send(name, { name: "n", since: "s" })).toEqual({ status: 422, body });
});

it("ignores a pattern that is not valid in JavaScript or has catastrophic backtracking", async () => {
  const text = `${"a".repeat(40)}!`;
  expect(await send("Unreadable", { text })).toMatchObject({ status: 200 });
  expect(await send("Slow", { text })).toMatchObject({ status: 200 });
  expect(await send("Checked", { text })).toMatchObject({ status: 422 });
});

it.each(["LongText", "LongList", "Matrix", "Recursive", "Deep0", "Wide"])(
  "limits the size of the sample of %s",
  async (name) => {
    const { operations } = packages.contract;
    const sampled = packages.sampleOf(packages.contract, operations[`send${name}`]?.success.schema);
    expect(JSON.stringify(sampled).length).toBeLessThan(1_000_000);
  },
);

it("rejects a body that is nested too deeply for the stack", async () => {
  const body = { errors: [{ field: "body", message: '"body" is nested too deeply' }] };
  const nested = `${'{"self":'.repeat(100_000)}1${"}".repeat(100_000)}`;
  expect(await sendText("Recursive", nested)).toMatchObject({ status: 422, body });
});
