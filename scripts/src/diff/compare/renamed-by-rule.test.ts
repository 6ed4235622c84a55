import { expect, it } from "vitest";

import type { JsonObject } from "../../spec/json.ts";
import { objectOf, type ApiDocument } from "../../test-utils/documents/api-document.ts";
import { textsOf } from "../test-utils/changes-of.ts";

const TEXT = { type: "string" };
const path = "/things/{id}";
const inPath = { name: "id", in: "path", required: true, schema: TEXT };
const inQuery = { name: "id", in: "query", schema: TEXT };
const toShared = { $ref: "#/components/parameters/Id" };
const SHARED = { parameters: { Id: inPath } };
const other = (operationId: string): JsonObject => ({ "/others": { post: { operationId, responses: { "204": {} } } } });
const withParameters = (...parameters: JsonObject[]): ApiDocument => ({ path, operation: { parameters } });

it.each<[string, ApiDocument, ApiDocument, string[]]>([
  [
    "an operation",
    { paths: other("users.list") },
    { paths: { ...other("users.list"), "/users": { get: { operationId: "usersList", responses: { "204": {} } } } } },
    ["major usersList: operation renamed: usersList -> usersListOperation", "minor usersList: operation added"],
  ],
  [
    "an operation with a new x-name",
    {},
    { operation: { "x-name": "createThing" } },
    ["major makeThing: operation renamed: makeThing -> createThing"],
  ],
  [
    "a type",
    { schemas: { MakeOtherInput: TEXT } },
    { schemas: { MakeOtherInput: TEXT }, paths: other("makeOther") },
    ["major MakeOtherInput: type renamed: MakeOtherInput -> MakeOtherInputSchema", "minor makeOther: operation added"],
  ],
  [
    "a body input",
    { ...withParameters(), path: "/things", input: { id: TEXT } },
    { ...withParameters(inQuery), path: "/things", input: { id: TEXT } },
    ["major makeThing.id (input): input renamed: id -> idBody", "minor makeThing.id (input): optional input added"],
  ],
  [
    "a parameter whose former name another input takes",
    withParameters(inPath, { ...inQuery, "x-name": "query" }),
    withParameters({ ...inPath, "x-name": "query" }, { ...inQuery, "x-name": "id" }),
    [
      "major makeThing.id (input): input renamed: id -> query",
      "major makeThing.query (input): input renamed: query -> id",
    ],
  ],
  [
    "a parameter with an x-name beside its reference",
    { ...withParameters(toShared), components: SHARED },
    { ...withParameters({ ...toShared, "x-name": "thingId" }), components: SHARED },
    ["major makeThing.id (input): input renamed: id -> thingId"],
  ],
  [
    "an input that takes the name of a removed one",
    { ...withParameters(inQuery), path: "/things", input: { id: TEXT } },
    { ...withParameters(), path: "/things", input: { id: TEXT } },
    ["major makeThing.idBody (input): input renamed: idBody -> id", "major makeThing.id (input): input removed"],
  ],
])("reports the rename of %s without marking it as a guess", (_, before, after, expected) => {
  expect(textsOf(before, after).toSorted()).toEqual(expected.toSorted());
});

it("reports no rename if an operationId is respelled but its name stays the same", () => {
  expect(textsOf({ paths: other("users.list") }, { paths: other("users-list") })).toEqual([
    expect.stringMatching(/^patch \S+operationId: changed in a way that no rule covers/),
  ]);
});

it("compares the schema of a renamed input", () => {
  const before = { ...withParameters(inPath, inQuery), input: {} };
  const after = withParameters(inPath, { ...inQuery, "x-name": "other", schema: objectOf({ a: TEXT }) });
  expect(textsOf(before, after)).toContain("major makeThing.other (input): input type changed: string -> object");
});
