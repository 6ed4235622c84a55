import { describe, expect, it } from "vitest";

import { objectOf, type ApiDocument, type Members } from "../../test-utils/documents/api-document.ts";
import { changesOf, textsOf } from "../test-utils/changes-of.ts";

const TEXT = { type: "string" };
const NUMBER = { type: "number" };
const thing = { $ref: "#/components/schemas/Thing" };
const listOf = (items: Members) => ({ type: "array", items });
const body = (schema: Members) => ({ content: { "application/json": { schema: objectOf({ data: schema }) } } });
const withResponses = (responses: Members): ApiDocument => ({ operation: { responses } });
const inherits = (own: Members) => ({ allOf: [thing, objectOf(own)] });

/** A document whose operation returns a `Thing` and takes the given inputs. */
const withThing = (schema: Members, input: Members = {}): ApiDocument => ({
  input,
  output: { it: thing },
  schemas: { Thing: schema },
});

it("applies both rules to a schema in inputs and in outputs", () => {
  const before = withThing(objectOf({ kind: { enum: ["a", "b"] } }), { thing });
  const after = withThing(objectOf({ kind: { enum: ["b", "c"] } }), { thing });
  expect(textsOf(before, after)).toEqual([
    'major Thing.kind (input of makeThing): enum value removed: "a"',
    'minor Thing.kind (input of makeThing): enum value added: "c"',
    'minor Thing.kind (output of makeThing): enum value removed: "a" (comparisons with it no longer compile)',
    'minor Thing.kind (output of makeThing): enum value added: "c" (exhaustive switches no longer compile)',
  ]);
});

it("names the path to a property of an inline schema", () => {
  const before = { output: { things: listOf(objectOf({ owner: objectOf({ id: TEXT }) })) } };
  const after = { output: { things: listOf(objectOf({ owner: objectOf({ id: NUMBER }) })) } };
  expect(textsOf(before, after)).toEqual([
    "major makeThing.data.things[].owner.id (output): output type changed: string -> number",
  ]);
});

it("treats a schema that no operation uses as output", () => {
  const before = { schemas: { Problem: objectOf({ "a!": TEXT }) } };
  const after = { schemas: { Problem: objectOf({ a: TEXT }) } };
  expect(textsOf(before, after)).toEqual(["major Problem.a (not used by any operation): property became optional"]);
});

it("reports an inherited property once, by the schema that declares it", () => {
  const derived = { A: inherits({ a: TEXT }), B: inherits({ b: TEXT }) };
  const output = { a: { $ref: "#/components/schemas/A" }, b: { $ref: "#/components/schemas/B" } };
  const before = { output, schemas: { Thing: objectOf({ id: TEXT }), ...derived } };
  const after = { output, schemas: { Thing: objectOf({ id: NUMBER }), ...derived } };
  expect(textsOf(before, after)).toEqual([
    "major Thing.id (output of makeThing): output type changed: string -> number",
  ]);
});

it("compares a renamed property and marks the rename as a guess", () => {
  const after = { output: { "color!": { ...TEXT, enum: ["red"] } } };
  expect(textsOf({ output: { colour: TEXT } }, after)).toEqual([
    "major makeThing.data.colour (output): property renamed: colour -> color (a guess)",
    "minor makeThing.data.color (output): property became required",
    'minor makeThing.data.color (output): output type narrowed: string -> "red"',
  ]);
});

it("reports dissimilar names as removed and added", () => {
  const kinds = changesOf({ output: { groupId: TEXT } }, { output: { userName: TEXT } }).map(({ kind }) => kind);
  expect(kinds).toEqual(["property-removed", "property-added"]);
});

it("reports two type names at the same position as a rename", () => {
  const widget: ApiDocument = {
    output: { it: { $ref: "#/components/schemas/Widget" } },
    schemas: { Widget: objectOf({ a: NUMBER }) },
  };
  expect(textsOf(withThing(objectOf({ a: TEXT })), widget)).toEqual([
    "major Widget.a (output of makeThing): output type changed: string -> number",
    "major Thing: type renamed: Thing -> Widget (a guess)",
  ]);
});

it("names the property if its type was replaced by another existing type", () => {
  const schemas = { Thing: objectOf({ a: TEXT }), Other: objectOf({ "a!": TEXT }) };
  const after = { output: { it: { $ref: "#/components/schemas/Other" } }, schemas };
  expect(textsOf({ output: { it: thing }, schemas }, after)).toEqual([
    "minor makeThing.data.it.a (output): property became required",
  ]);
});

it.each([
  ["a type that becomes a union", TEXT, { oneOf: [TEXT, NUMBER] }, "type-widened"],
  ["a union that becomes one type", { anyOf: [TEXT, NUMBER] }, NUMBER, "type-narrowed"],
  ["an added alternative", { oneOf: [TEXT, NUMBER] }, { oneOf: [NUMBER, TEXT, listOf({})] }, "type-widened"],
  ["a replaced alternative", { oneOf: [TEXT, listOf({})] }, { oneOf: [NUMBER, listOf({})] }, "type-changed"],
  ["an added null alternative", { oneOf: [TEXT, NUMBER] }, { oneOf: [TEXT, NUMBER, { type: "null" }] }, "type-widened"],
  ["a number that becomes an integer", NUMBER, { type: "integer" }, "number-to-integer"],
  ["a type that becomes unknown", TEXT, {}, "type-widened"],
  ["a type that becomes never", TEXT, false, "type-narrowed"],
  ["an added const", TEXT, { const: "a" }, "type-narrowed"],
  ["a changed item type", listOf(TEXT), listOf(NUMBER), "type-changed"],
  ["a changed tuple", { type: "array", prefixItems: [TEXT] }, { type: "array", prefixItems: [NUMBER] }, "type-changed"],
  ["added additionalProperties", objectOf({}), { type: "object", additionalProperties: TEXT }, "property-added"],
  [
    "additionalProperties that become false",
    objectOf({}),
    { ...objectOf({}), additionalProperties: false },
    "constraint-tightened",
  ],
])("recognizes %s", (_, before, after, kind) => {
  expect(changesOf({ output: { it: before } }, { output: { it: after } })).toEqual([expect.objectContaining({ kind })]);
});

describe("several success responses", () => {
  it("compares the bodies with the same status", () => {
    const before = withResponses({ 200: body(TEXT), 202: body(NUMBER) });
    const after = withResponses({ 200: body(TEXT), 202: body({ type: "boolean" }) });
    expect(textsOf(before, after)).toEqual(["major makeThing.data (output): output type changed: number -> boolean"]);
  });

  it("reports an added or removed response as a changed type", () => {
    const [one, two] = [withResponses({ 200: body(TEXT) }), withResponses({ 200: body(TEXT), 202: body(NUMBER) })];
    expect(textsOf(one, two)).toEqual([
      "major makeThing (output): output type widened: the body of 200 -> the body of 200 or 202",
    ]);
    expect(textsOf(two, one)).toEqual([
      "minor makeThing (output): output type narrowed: the body of 200 or 202 -> the body of 200",
    ]);
  });
});

describe("equivalent notations", () => {
  it.each([
    ["a nullable type", { type: "string", nullable: true }, { type: ["string", "null"] }],
    ["a nullable reference", { allOf: [thing], nullable: true }, { anyOf: [thing, { type: "null" }] }],
    ["an exclusive minimum", { ...NUMBER, minimum: 1, exclusiveMinimum: true }, { ...NUMBER, exclusiveMinimum: 1 }],
    ["an example", { ...TEXT, example: "a" }, { ...TEXT, examples: ["a"] }],
    ["a single value", { ...TEXT, enum: ["a"] }, { ...TEXT, const: "a" }],
    ["enum values in another order", { enum: ["a", "b"] }, { enum: ["b", "a"] }],
    ["a constraint without an effect", TEXT, { ...TEXT, minLength: 0 }],
    ["an inlined reference", thing, objectOf({ a: TEXT })],
  ])("reports no change for %s", (_, before, after) => {
    const schemas = { Thing: objectOf({ a: TEXT }) };
    const old: ApiDocument = { openapi: "3.0.3", output: { it: before }, input: { it: before }, schemas };
    expect(changesOf(old, { output: { it: after }, input: { it: after }, schemas })).toEqual([]);
  });
});

describe("recursive schemas", () => {
  it("compares each schema once", () => {
    const before = withThing(objectOf({ id: TEXT, next: thing }));
    const after = withThing(objectOf({ id: NUMBER, next: thing }));
    expect(textsOf(before, after)).toEqual([
      "major Thing.id (output of makeThing): output type changed: string -> number",
    ]);
  });

  it("reports no change if a schema is inlined to different depths", () => {
    const before = withThing(objectOf({ next: objectOf({ next: thing }) }));
    const after: ApiDocument = {
      output: { it: objectOf({ next: thing }) },
      schemas: { Thing: objectOf({ next: objectOf({ next: objectOf({ next: thing }) }) }) },
    };
    expect(textsOf(before, after)).toEqual([]);
  });
});
