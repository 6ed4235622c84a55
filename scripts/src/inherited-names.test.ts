import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { generate } from "./generate.ts";
import { parse } from "./load.ts";
import type { JsonObject } from "./spec/json.ts";
import { objectOf } from "./test-utils/documents/api-document.ts";
import { emitPackages } from "./test-utils/emitted/built-packages.ts";
import { exportNamed } from "./test-utils/emitted/call-every-operation.ts";
import type { EmittedPackages } from "./test-utils/emitted/emitted-packages.ts";
import { typeCheck } from "./test-utils/emitted/emitted-workspace.ts";

/** Names that every JavaScript object inherits. */
const NAMES = ["constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"];

const TEXT: JsonObject = { type: "string" };

/** A document that uses each name as a member, a path parameter, a query parameter, and an operation or a schema. */
const DOCUMENT: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Names", version: "1" },
  paths: Object.fromEntries(NAMES.flatMap((name, index) => [readPath(name, index), writePath(name, index)])),
  components: { schemas: Object.fromEntries(NAMES.map((name, index) => [schemaName(index), membersNamed(name)])) },
};

function readPath(name: string, index: number): [string, JsonObject] {
  const query = NAMES.filter((other) => other !== name).map((other) => ({ name: other, in: "query", schema: TEXT }));
  const parameters = [{ name, in: "path", required: true, schema: TEXT }, ...query];
  const operationId = isOperation(index) ? name : `get${index}`;
  return [`/things${index}/{${name}}`, { get: { operationId, parameters, responses: responsesOf(index) } }];
}

/** A write that invalidates the read of the same index. */
function writePath(_: string, index: number): [string, JsonObject] {
  const content = { "application/json": { schema: referenceTo(index) } };
  const post = { operationId: `create${index}`, requestBody: { content }, responses: responsesOf(index) };
  return [`/things${index}`, { post }];
}

function responsesOf(index: number): JsonObject {
  const schema = objectOf({ "data!": referenceTo(index) });
  return { "200": { description: "Success.", content: { "application/json": { schema } } } };
}

/** A required member and optional ones. */
function membersNamed(required: string): JsonObject {
  const names = NAMES.map((name) => (name === required ? `${name}!` : name));
  return objectOf(Object.fromEntries(names.map((name) => [name, TEXT])));
}

function referenceTo(index: number): JsonObject {
  return { $ref: `#/components/schemas/${schemaName(index)}` };
}

/** Returns whether a name is used for an operation. Otherwise it is used for a schema, because the two cannot share it. */
function isOperation(index: number): boolean {
  return index % 2 === 1;
}

function schemaName(index: number): string {
  return isOperation(index) ? `Thing${index}` : String(NAMES[index]);
}

/** The exports of the proxy. Its sources import the built client and helpers. */
interface Proxy {
  createIamProxy(options: object): (request: Request) => Promise<Response>;
}

const BASE_URL = "https://api.example";
let directory: string;
let packages: EmittedPackages;
let proxy: Proxy;

beforeAll(async () => {
  const files = await generate(parse(JSON.stringify(DOCUMENT), "spec.json"));
  ({ directory, packages } = await emitPackages(files, ["client", "helpers"]));
  proxy = (await import(pathToFileURL(join(directory, "packages/proxy/src/index.ts")).href)) as Proxy;
});

afterAll(() => rm(directory, { recursive: true }));

/** Creates a mock that responds with samples, and records its requests. */
function createMock() {
  const api = packages.createMockApi(packages.contract, () => undefined, {});
  const requests: { url: string; body: string }[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    requests.push({ url: request.url, body: await request.clone().text() });
    return api.handle(request);
  };
  return { fetch, requests };
}

it("generates code that type-checks", async () => {
  expect(await typeCheck(directory)).toBe("");
});

describe.each(NAMES.map((name, index) => ({ name, index })))("$name", ({ name, index }) => {
  const [read, write] = [isOperation(index) ? name : `get${index}`, `create${index}`];
  const all = Object.fromEntries(NAMES.map((other) => [other, "text"]));
  const sample = Object.fromEntries(NAMES.map((other) => [other, "string"]));

  it.each([
    ["all inputs", all],
    ["required inputs", { [name]: "text" }],
  ])("is an input and an output of a call with %s", async (_, input) => {
    const { fetch, requests } = createMock();
    const client = packages.createIamClient({ token: "any", baseUrl: BASE_URL, fetch });
    for (const id of [read, write]) expect(await exportNamed(packages.operations, id)(client, input)).toEqual(sample);
    const { pathname, searchParams } = new URL(requests[0]?.url ?? "");
    const query = Object.fromEntries(searchParams);
    expect({ ...query, [name]: pathname.split("/").at(-1) }).toEqual(input);
    expect(JSON.parse(requests[1]?.body ?? "")).toEqual(input);
  });

  it("is an input and an output of a call through the proxy", async () => {
    const allow = [read, write].map((id) => exportNamed(packages.operations, id));
    const options = { token: "token-of-the-proxy", allow, authorize: () => true, baseUrl: BASE_URL };
    const handle = proxy.createIamProxy({ ...options, fetch: createMock().fetch });
    const fetch = async (input: string | URL | Request, init?: RequestInit) => handle(new Request(input, init));
    const client = packages.createIamClient({ baseUrl: "https://app.example/api/iam", fetch });
    for (const id of [read, write]) expect(await exportNamed(packages.operations, id)(client, all)).toEqual(sample);
  });

  it.each([
    ["is missing", {}, "is required"],
    ["has a wrong type", { ...all, [name]: 1 }, "is not valid"],
  ])("is rejected by the mock if it %s", async (_, body, message) => {
    const headers = { authorization: "Bearer t", "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await createMock().fetch(`${BASE_URL}/things${index}`, init);
    const { errors } = (await response.json()) as { errors: object[] };
    expect(errors).toEqual([expect.objectContaining({ field: name, message: expect.stringContaining(message) })]);
  });
});
