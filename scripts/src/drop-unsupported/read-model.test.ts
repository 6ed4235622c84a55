import { expect, it } from "vitest";

import { parse } from "../load.ts";
import { SPEC, specWith } from "../test-utils/spec-text.ts";
import { readModel, type ReadModel } from "./read-model.ts";

const read = (text: string): ReadModel => readModel(parse(text, "spec.yaml"), true);
const idsIn = ({ model }: ReadModel): string[] => model.operations.map(({ id }) => id);

it("leaves nothing out of a document without problems", () => {
  expect(read(SPEC).leftOut).toEqual([]);
  expect(idsIn(read(SPEC))).toEqual(["listUsers", "renameUser"]);
});

it.each([
  ["cannot be expressed", "renameUser", "rename(user)", 'The operationId "rename(user)" is not a valid function name'],
  [
    "has a member of a wrong type",
    "      operationId: renameUser",
    "      operationId: 1",
    "Expected a string, found 1",
  ],
  ["is on a path with a problem", "  /users/{userId}:", "  users/{userId}:", '"users/{userId}" is not a valid path'],
])("leaves out an operation that %s", (_, part, replacement, reason) => {
  const result = read(specWith(part, replacement));
  expect(idsIn(result)).toEqual(["listUsers"]);
  expect(result.leftOut).toEqual([{ what: expect.stringMatching(/^PUT \/?users/), reason }]);
});

it("leaves out a component with a problem and every part that refers to it, directly or not", () => {
  const result = read(specWith("    User: { type: object", "    User: { type: objekt"));
  const reason = expect.stringContaining('"objekt" is not a type');
  expect(result.leftOut).toEqual([
    { what: "schemas/User", reason },
    { what: "responses/Users", reason: expect.stringMatching(/^Refers to schemas\/User: "objekt"/) },
    { what: "GET /users", reason: expect.stringMatching(/^Refers to schemas\/User: "objekt"/) },
  ]);
  expect(idsIn(result)).toEqual(["renameUser"]);
  expect(result.model.schemas.map(({ name }) => name)).toEqual(["PaginationInput"]);
});

it("leaves out an operation whose `x-stale` names one that was left out", () => {
  const stale = specWith("operationId: renameUser", "operationId: renameUser\n      x-stale: [listUsers]");
  const result = read(stale.replace("in: query", "in: nowhere"));
  expect(result.leftOut.map(({ what }) => what)).toEqual(["GET /users", "PUT /users/{userId}"]);
  expect(idsIn(result)).toEqual([]);
});

it("throws on a problem that belongs to no operation and no component", () => {
  expect(() => read(specWith("openapi: 3.1.0", "openapi: 2.0.0"))).toThrow('OpenAPI "2.0.0" is not supported');
});
