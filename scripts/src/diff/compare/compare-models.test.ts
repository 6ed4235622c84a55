import { describe, expect, it } from "vitest";

import { apiDocument, objectOf, type ApiDocument, type Members } from "../../test-utils/api-document.ts";
import { modelOf } from "../../test-utils/model-of.ts";
import { formatChange, plainText } from "../format-change.ts";
import { compareModels } from "./compare-models.ts";
import { classifyChanges } from "../classify-changes.ts";

const TEXT = { type: "string" };
const NUMBER = { type: "number" };
const thing = { $ref: "#/components/schemas/Thing" };
const listOf = (items: Members) => ({ type: "array", items });
const body = (schema: Members) => ({ content: { "application/json": { schema: objectOf({ data: schema }) } } });
const answers = (responses: Members): ApiDocument => ({ operation: { responses } });
const inherits = (own: Members) => ({ allOf: [thing, objectOf(own)] });

/** A document that returns a thing and, if asked to, takes one. */
const withThing = (schema: Members, input: Members = {}): ApiDocument => ({
  input,
  output: { it: thing },
  schemas: { Thing: schema },
});

const changesOf = (before: ApiDocument, after: ApiDocument) =>
  classifyChanges(compareModels({ before: modelOf(apiDocument(before)), after: modelOf(apiDocument(after)) }));
const textsOf = (before: ApiDocument, after: ApiDocument) =>
  changesOf(before, after).map((change) => `${change.bump} ${formatChange(change, plainText)}`);

it("judges a schema by both rules when it is in inputs and in outputs", () => {
  const before = withThing(objectOf({ kind: { enum: ["a", "b"] } }), { thing });
  const after = withThing(objectOf({ kind: { enum: ["b", "c"] } }), { thing });
  expect(textsOf(before, after)).toEqual([
    'major Thing.kind (input of makeThing): value no longer accepted: "a"',
    'minor Thing.kind (input of makeThing): further value accepted: "c"',
    'minor Thing.kind (output of makeThing): value no longer returned: "a" (comparisons with it fail to compile)',
    'minor Thing.kind (output of makeThing): further value returned: "c" (exhaustive switches notice)',
  ]);
});

it("says where something is in schemas without a name", () => {
  const before = { output: { things: listOf(objectOf({ owner: objectOf({ id: TEXT }) })) } };
  const after = { output: { things: listOf(objectOf({ owner: objectOf({ id: NUMBER }) })) } };
  expect(textsOf(before, after)).toEqual([
    "major makeThing.data.things[].owner.id (output): type of an output changed: string -> number",
  ]);
});

it("tells a schema that no operation leads to as what is read", () => {
  const before = { schemas: { Problem: objectOf({ "a!": TEXT }) } };
  const after = { schemas: { Problem: objectOf({ a: TEXT }) } };
  expect(textsOf(before, after)).toEqual(["major Problem.a (in no operation): member may be missing now"]);
});

it("names the schema that declares an inherited member, once", () => {
  const derived = { A: inherits({ a: TEXT }), B: inherits({ b: TEXT }) };
  const output = { a: { $ref: "#/components/schemas/A" }, b: { $ref: "#/components/schemas/B" } };
  const before = { output, schemas: { Thing: objectOf({ id: TEXT }), ...derived } };
  const after = { output, schemas: { Thing: objectOf({ id: NUMBER }), ...derived } };
  expect(textsOf(before, after)).toEqual([
    "major Thing.id (output of makeThing): type of an output changed: string -> number",
  ]);
});

it("compares what was renamed, and says that it is a guess", () => {
  const after = { output: { "color!": { ...TEXT, enum: ["red"] } } };
  expect(textsOf({ output: { colour: TEXT } }, after)).toEqual([
    "major makeThing.data.colour (output): member renamed: colour -> color (a guess)",
    "minor makeThing.data.color (output): member is always there now",
    'minor makeThing.data.color (output): type of an output narrowed: string -> "red"',
  ]);
});

it("takes names that have little in common for removed and added", () => {
  const kinds = changesOf({ output: { groupId: TEXT } }, { output: { userName: TEXT } }).map(({ kind }) => kind);
  expect(kinds).toEqual(["property-removed", "property-added"]);
});

it("takes two names of types at the same place for one that was renamed", () => {
  const widget: ApiDocument = {
    output: { it: { $ref: "#/components/schemas/Widget" } },
    schemas: { Widget: objectOf({ a: NUMBER }) },
  };
  expect(textsOf(withThing(objectOf({ a: TEXT })), widget)).toEqual([
    "major Widget.a (output of makeThing): type of an output changed: string -> number",
    "major Thing: type renamed: Thing -> Widget (a guess)",
  ]);
});

it("speaks of the place where one type was exchanged for another", () => {
  const schemas = { Thing: objectOf({ a: TEXT }), Other: objectOf({ "a!": TEXT }) };
  const after = { output: { it: { $ref: "#/components/schemas/Other" } }, schemas };
  expect(textsOf({ output: { it: thing }, schemas }, after)).toEqual([
    "minor makeThing.data.it.a (output): member is always there now",
  ]);
});

it.each([
  ["one type that becomes several", TEXT, { oneOf: [TEXT, NUMBER] }, "type-widened"],
  ["several types that become one", { anyOf: [TEXT, NUMBER] }, NUMBER, "type-narrowed"],
  ["a further alternative", { oneOf: [TEXT, NUMBER] }, { oneOf: [NUMBER, TEXT, listOf({})] }, "type-widened"],
  ["an alternative that is another", { oneOf: [TEXT, listOf({})] }, { oneOf: [NUMBER, listOf({})] }, "type-changed"],
  ["null among alternatives", { oneOf: [TEXT, NUMBER] }, { oneOf: [TEXT, NUMBER, { type: "null" }] }, "type-widened"],
  ["whole numbers only", NUMBER, { type: "integer" }, "type-narrowed"],
  ["anything", TEXT, {}, "type-widened"],
  ["nothing", TEXT, false, "type-narrowed"],
  ["certain values only", TEXT, { const: "a" }, "type-narrowed"],
  ["items of another type", listOf(TEXT), listOf(NUMBER), "type-changed"],
  ["a tuple", { type: "array", prefixItems: [TEXT] }, { type: "array", prefixItems: [NUMBER] }, "type-changed"],
  ["free members", objectOf({}), { type: "object", additionalProperties: TEXT }, "property-added"],
  ["no other members", objectOf({}), { ...objectOf({}), additionalProperties: false }, "constraint-tightened"],
])("recognizes %s", (_, before, after, kind) => {
  expect(changesOf({ output: { it: before } }, { output: { it: after } })).toEqual([expect.objectContaining({ kind })]);
});

describe("several successes", () => {
  it("are compared by status", () => {
    const before = answers({ 200: body(TEXT), 202: body(NUMBER) });
    const after = answers({ 200: body(TEXT), 202: body({ type: "boolean" }) });
    expect(textsOf(before, after)).toEqual([
      "major makeThing.data (output): type of an output changed: number -> boolean",
    ]);
  });

  it("are one type more", () => {
    const [one, two] = [answers({ 200: body(TEXT) }), answers({ 200: body(TEXT), 202: body(NUMBER) })];
    expect(textsOf(one, two)).toEqual([
      "major makeThing (output): type of an output widened: the body of 200 -> the body of 200 or 202",
    ]);
    expect(textsOf(two, one)).toEqual([
      "minor makeThing (output): type of an output narrowed: the body of 200 or 202 -> the body of 200",
    ]);
  });
});

describe("the same said in another way is no change", () => {
  it.each([
    ["null", { type: "string", nullable: true }, { type: ["string", "null"] }],
    ["a nullable reference", { allOf: [thing], nullable: true }, { anyOf: [thing, { type: "null" }] }],
    ["an exclusive bound", { ...NUMBER, minimum: 1, exclusiveMinimum: true }, { ...NUMBER, exclusiveMinimum: 1 }],
    ["an example", { ...TEXT, example: "a" }, { ...TEXT, examples: ["a"] }],
    ["one value", { ...TEXT, enum: ["a"] }, { ...TEXT, const: "a" }],
    ["the order of values", { enum: ["a", "b"] }, { enum: ["b", "a"] }],
    ["a bound that says nothing", TEXT, { ...TEXT, minLength: 0 }],
    ["a reference written out", thing, objectOf({ a: TEXT })],
  ])("%s", (_, before, after) => {
    const schemas = { Thing: objectOf({ a: TEXT }) };
    const old: ApiDocument = { openapi: "3.0.3", output: { it: before }, input: { it: before }, schemas };
    expect(changesOf(old, { output: { it: after }, input: { it: after }, schemas })).toEqual([]);
  });
});

describe("schemas in themselves", () => {
  it("are compared once", () => {
    const before = withThing(objectOf({ id: TEXT, next: thing }));
    const after = withThing(objectOf({ id: NUMBER, next: thing }));
    expect(textsOf(before, after)).toEqual([
      "major Thing.id (output of makeThing): type of an output changed: string -> number",
    ]);
  });

  it("may be written out to different depths", () => {
    const before = withThing(objectOf({ next: objectOf({ next: thing }) }));
    const after: ApiDocument = {
      output: { it: objectOf({ next: thing }) },
      schemas: { Thing: objectOf({ next: objectOf({ next: objectOf({ next: thing }) }) }) },
    };
    expect(textsOf(before, after)).toEqual([]);
  });
});
