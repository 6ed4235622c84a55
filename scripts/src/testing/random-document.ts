import {
  array,
  boolean,
  constant,
  constantFrom,
  dictionary,
  letrec,
  oneof,
  record,
  uniqueArray,
  type Arbitrary,
} from "fast-check";

import type { Json, JsonObject } from "../spec/json.ts";

/** Schemas that no discriminator is about. */
const PLAIN = ["Plain", "other-plain", "Plain3"];

const text = constantFrom(
  ..."One line.|Two\nlines.|  Spaced  |Ends.\n|A\r\nB\n\n  C|`*/` @tag `${x}`|Größe \"q\" 'a'| |".split("|"),
);
const name = constantFrom(..."a b c kind 200 1.5 -1 x-y größe default type".split(" "));
const value: Arbitrary<Json> = oneof(text, constantFrom<Json>(0, -1, 1.5, 1e30, true, false, null));
const data: Arbitrary<Json> = oneof(value, constantFrom<Json>([], { a: [1], type: "object" }));
const reference = constantFrom(...PLAIN).map((target): JsonObject => referenceTo(target));

const prose = record(
  {
    title: text,
    description: text,
    format: constantFrom("uuid", "date-time"),
    deprecated: boolean(),
    nullable: boolean(),
    readOnly: boolean(),
    default: data,
    example: data,
    examples: array(data, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const { schema, described } = letrec<{ schema: Json; described: JsonObject; part: JsonObject; parts: JsonObject[] }>(
  (tie) => {
    const named = dictionary(name, tie("schema"), { maxKeys: 3 });
    const keywords = {
      object: record(
        {
          type: constantFrom<Json>("object", ["object", "null"], ["array", "object", "string"]),
          properties: named,
          required: array(name, { maxLength: 2 }),
          additionalProperties: tie("schema"),
          patternProperties: named,
          allOf: tie("parts"),
          anyOf: tie("parts"),
          oneOf: tie("parts"),
          items: tie("schema"),
        },
        { requiredKeys: [] },
      ),
      list: record(
        { type: constant("array"), items: tie("schema"), prefixItems: array(tie("schema"), { maxLength: 2 }) },
        { requiredKeys: ["type"] },
      ),
      fixed: record(
        { type: constantFrom<Json>("string", ["integer", "null"]), enum: array(value, { maxLength: 3 }) },
        { requiredKeys: ["enum"] },
      ),
      single: value.map((given) => ({ const: given })),
      plain: constantFrom("string", "number", "integer", "boolean", "null", "object").map((type) => ({ type })),
    };
    const some = oneof(
      { maxDepth: 3 },
      keywords.plain,
      keywords.fixed,
      keywords.single,
      keywords.object,
      keywords.list,
    );
    return {
      described: record({ said: prose, some }).map(({ said, some }) => merged(said, some)),
      part: oneof({ maxDepth: 3 }, reference, tie("described")),
      parts: array(tie("part"), { maxLength: 3 }),
      schema: oneof({ maxDepth: 3 }, reference, boolean(), tie("part")),
    };
  },
);

/** A document with one operation and any schemas, some of which a discriminator tells apart. */
export const randomDocument: Arbitrary<JsonObject> = record({
  schemas: array(described, { minLength: PLAIN.length, maxLength: PLAIN.length }),
  kind: name,
  mapped: uniqueArray(constantFrom("First", "Second", "Third"), { maxLength: 3 }),
  extended: constantFrom("Base", "Choice", "First"),
  content: schema,
  inParameter: schema,
  header: schema,
  prose,
  required: boolean(),
}).map(({ schemas, kind, mapped, extended, content, inParameter, header, prose: said, required }) => {
  const mapping = Object.fromEntries(
    mapped.map((target, index) => [`value ${index}`, index ? pointerTo(target) : target]),
  );
  const object: JsonObject = { type: "object", properties: { [kind]: { type: "string", ...said } }, required: [kind] };
  const discriminator = { propertyName: kind, mapping };
  const parameter = { name: "p", required, ...said, schema: inParameter };
  const parameters = [
    { ...parameter, in: "query" },
    { ...parameter, in: "header" },
  ];
  const answer = { description: "Two\nlines.", headers: { h: { ...said, required, schema: header } } };
  const operation = {
    operationId: "things/do",
    ...said,
    parameters,
    requestBody: { required, content: { "a/b": { ...said, schema: content } } },
    responses: { "200": { ...answer, content: { "a/b": { schema: content } } }, "4XX": answer, default: {} },
  };
  return {
    openapi: "3.1.0",
    paths: { "/things/{id}": { parameters: [{ name: "id", in: "path", required: true }], post: operation } },
    components: {
      schemas: {
        ...Object.fromEntries(PLAIN.map((plain, index) => [plain, schemas[index] ?? true])),
        Base: { ...object, discriminator },
        Choice: { oneOf: ["First", "Second"].map(referenceTo), discriminator },
        First: { ...object, description: "First." },
        Second: { allOf: [referenceTo("Base"), object] },
        Third: { allOf: [referenceTo(extended)], required: [kind], additionalProperties: content },
      },
      responses: { Answer: answer },
      requestBodies: { Body: { ...said, content: {} } },
    },
  } as JsonObject;
});

function merged(...parts: object[]): JsonObject {
  return Object.assign({}, ...parts) as JsonObject;
}

function referenceTo(target: string): JsonObject {
  return { $ref: pointerTo(target) };
}

function pointerTo(target: string): string {
  return `#/components/schemas/${target}`;
}
