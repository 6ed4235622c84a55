import { expect, it } from "vitest";

import { parse } from "../load.ts";
import { SPEC, specWith } from "../test-utils/documents/spec-text.ts";
import { readModel, type ReadModelResult } from "./read-model.ts";

const read = (text: string): ReadModelResult => readModel(parse(text, "spec.yaml"), true);
const idsIn = ({ model }: ReadModelResult): string[] => model.operations.map(({ id }) => id);

it("skips nothing in a document without problems", () => {
  expect(read(SPEC).skipped).toEqual([]);
  expect(idsIn(read(SPEC))).toEqual(["listUsers", "renameUser"]);
});

it.each([
  ["has an invalid name", "renameUser", "renameUser\n      x-name: a b", 'The `x-name` "a b" is not a valid name'],
  [
    "has a property of a wrong type",
    "      operationId: renameUser",
    "      operationId: 1",
    "Expected a string, found 1",
  ],
  ["has an invalid path", "  /users/{userId}:", "  users/{userId}:", '"users/{userId}" is not a valid path'],
])("skips an operation that %s", (_, part, replacement, reason) => {
  const result = read(specWith(part, replacement));
  expect(idsIn(result)).toEqual(["listUsers"]);
  expect(result.skipped).toEqual([{ name: expect.stringMatching(/^PUT \/?users/), reason }]);
});

it("skips an invalid component and all parts that reference it directly or indirectly", () => {
  const result = read(specWith("    User: { type: object", "    User: { type: objekt"));
  const reason = expect.stringContaining('"objekt" is not a JSON Schema type');
  expect(result.skipped).toEqual([
    { name: "schemas/User", reason },
    { name: "responses/Users", reason: expect.stringMatching(/^References schemas\/User: "objekt"/) },
    { name: "GET /users", reason: expect.stringMatching(/^References schemas\/User: "objekt"/) },
  ]);
  expect(idsIn(result)).toEqual(["renameUser"]);
  expect(result.model.schemas.map(({ name }) => name)).toEqual(["PaginationInput"]);
});

it("skips an operation whose `x-invalidates` names a skipped one", () => {
  const stale = specWith("operationId: renameUser", "operationId: renameUser\n      x-invalidates: [listUsers]");
  const result = read(stale.replace("in: query", "in: nowhere"));
  expect(result.skipped.map(({ name }) => name)).toEqual(["GET /users", "PUT /users/{userId}"]);
  expect(idsIn(result)).toEqual([]);
});

it("throws on a problem outside of operations and components", () => {
  expect(() => read(specWith("openapi: 3.1.0", "openapi: 2.0.0"))).toThrow('OpenAPI "2.0.0" is not supported');
});
