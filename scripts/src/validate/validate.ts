import { throwIfAny, type Source } from "../load.ts";
import type { Json, JsonObject } from "../spec/json.ts";
import { METHOD_KEYS, type OpenApiDocument } from "../spec/openapi.ts";
import type { Problem } from "../spec/spec-error.ts";
import {
  all,
  positiveInteger,
  boolean,
  listOf,
  mapOf,
  name,
  number,
  orReference,
  record,
  referenceTo,
  string,
  type Check,
} from "./checks.ts";
import { besideReference, discriminator, enumOfObject, scalar } from "./schema-checks.ts";

const TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** The keywords whose value is one schema. */
const SUBSCHEMAS =
  "additionalProperties contains else if items not propertyNames then unevaluatedItems unevaluatedProperties".split(
    " ",
  );

const typeName: Check = (value, at, { report }) => {
  if (TYPES.includes(value as string)) return;
  report(at, `${JSON.stringify(value)} is not a type`, `Use one of ${TYPES.join(", ")}`);
};

const pattern: Check = (value, at, checking) => {
  string(value, at, checking);
  if (typeof value === "string" && !isPattern(value)) {
    checking.report(at, `${JSON.stringify(value)} is not a valid JavaScript regular expression`, "Correct it");
  }
};

/** A JSON Schema, a reference to one (keywords may stand beside `$ref`), or true or false. */
const schema: Check = (value, at, checking) => {
  if (typeof value === "boolean") return;
  schemaObject(value, at, checking);
};

const schemaObject: Check = all(besideReference, enumOfObject, (...args) => keywords(...args));

const keywords: Check = record({
  $ref: referenceTo("schemas"),
  type: (value, at, checking) => (Array.isArray(value) ? listOf(typeName) : typeName)(value, at, checking),
  title: string,
  description: string,
  format: string,
  deprecated: boolean,
  nullable: boolean,
  readOnly: boolean,
  writeOnly: boolean,
  enum: listOf(scalar),
  const: scalar,
  required: listOf(string),
  maximum: number,
  minimum: number,
  pattern,
  properties: mapOf(schema),
  patternProperties: mapOf(schema),
  prefixItems: listOf(schema),
  allOf: listOf(schemaObject),
  anyOf: listOf(schema),
  oneOf: listOf(schemaObject),
  ...Object.fromEntries(SUBSCHEMAS.map((keyword) => [keyword, schema])),
  dependentSchemas: mapOf(schema),
  $defs: mapOf(schema),
  discriminator,
});

const mediaType: Check = record({ schema });

const parameter: Check = record(
  {
    name,
    in: string,
    description: string,
    deprecated: boolean,
    required: boolean,
    style: string,
    explode: boolean,
    schema,
  },
  ["name", "in"],
);

const requestBody: Check = record({ description: string, required: boolean, content: mapOf(mediaType) }, ["content"]);

const header: Check = record({ description: string, required: boolean, deprecated: boolean, schema });

const response: Check = record({
  description: string,
  headers: mapOf(orReference("headers", header)),
  content: mapOf(mediaType),
});

const parameters: Check = listOf(orReference("parameters", parameter));

const pageMember: Check = (value, at, checking) => {
  if (value !== false) string(value, at, checking);
};

const operation: Check = record({
  operationId: string,
  summary: string,
  description: string,
  deprecated: boolean,
  parameters,
  requestBody: orReference("requestBodies", requestBody),
  responses: mapOf(orReference("responses", response)),
  "x-audit-events": listOf(string),
  "x-idempotent": boolean,
  "x-page": pageMember,
  "x-rate-limit": record({ requests: positiveInteger, windowSeconds: positiveInteger }, ["requests", "windowSeconds"]),
  "x-stale": listOf(string),
});

const inPlace: Check = (_, at, { report }) =>
  report(at, "A path that is a reference is not supported yet", "Write its operations in place");

const pathItem: Check = record({
  $ref: inPlace,
  parameters,
  ...Object.fromEntries(METHOD_KEYS.map((key) => [key, operation])),
});

const version: Check = (value, at, { report }) => {
  if (typeof value === "string" && /^3\.[01](\.|$)/.test(value)) return;
  report(at, `OpenAPI ${JSON.stringify(value)} is not supported`, "Convert the document to OpenAPI 3.0 or 3.1");
};

/** The document, as far as the generator reads it. */
const openApi: Check = record(
  {
    openapi: version,
    paths: mapOf(pathItem),
    components: record({
      schemas: mapOf(schema),
      parameters: mapOf(orReference("parameters", parameter)),
      requestBodies: mapOf(orReference("requestBodies", requestBody)),
      responses: mapOf(orReference("responses", response)),
      headers: mapOf(orReference("headers", header)),
      pathItems: mapOf(pathItem),
    }),
  },
  ["openapi", "paths"],
);

/**
 * Makes sure that the document has the structure that the rest of the generator relies on.
 *
 * @throws {SpecErrors}
 */
export function validate(source: Source): OpenApiDocument {
  throwIfAny(source, findStructureProblems(source.document));
  return source.document as unknown as OpenApiDocument;
}

/** The places where the document has another structure. */
export function findStructureProblems(document: JsonObject): Problem[] {
  const problems: Problem[] = [];
  openApi(document, [], { document, report: (at, reason, fix) => problems.push({ at: [...at], reason, fix }) });
  return problems;
}

function isPattern(value: Json): boolean {
  try {
    return Boolean(new RegExp(String(value), "u"));
  } catch {
    return false;
  }
}
