import { throwIfAny, type Source } from "../load.ts";
import type { JsonObject } from "../spec/json.ts";
import { METHOD_KEYS, type OpenApiDocument } from "../spec/openapi.ts";
import type { FoundReference } from "../spec/references.ts";
import type { Problem } from "../spec/spec-error.ts";
import { findInfiniteSchemas, orReference, referenceTo } from "./reference-checks.ts";
import { normalizeReferences, type ValidDocument } from "./normalize-references.ts";
import {
  all,
  positiveInteger,
  boolean,
  listOf,
  mapOf,
  name,
  number,
  record,
  string,
  type Check,
  type CheckContext,
} from "./checks.ts";
import { separateBases } from "./separate-bases.ts";
import { discriminator, enumOfObject, pattern, patternNames, scalar, typeName } from "./schema-checks.ts";

/** Keywords whose value is a text. */
const TEXTS = "title description format contentMediaType contentEncoding".split(" ");
/** Keywords whose value is a schema. */
const SUBSCHEMAS =
  "additionalProperties contains else if items not propertyNames then unevaluatedItems unevaluatedProperties".split(
    " ",
  );

/** Checks a JSON Schema: an object, which may contain `$ref`, or a boolean. */
const schema: Check = (value, at, context) => {
  if (typeof value === "boolean") return;
  schemaObject(value, at, context);
};

const schemaObject: Check = all(enumOfObject, (...args) => keywords(...args));

const keywords: Check = record({
  $ref: referenceTo("schemas", schema),
  type: (value, at, context) => (Array.isArray(value) ? listOf(typeName) : typeName)(value, at, context),
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
  patternProperties: all(mapOf(schema), patternNames),
  prefixItems: listOf(schema),
  allOf: listOf(schemaObject),
  anyOf: listOf(schema),
  oneOf: listOf(schemaObject),
  ...Object.fromEntries(TEXTS.map((keyword) => [keyword, string])),
  ...Object.fromEntries(SUBSCHEMAS.map((keyword) => [keyword, schema])),
  dependentSchemas: mapOf(schema),
  $defs: mapOf(schema),
  discriminator,
  "x-name": string,
});

const mediaType: Check = record({ schema, encoding: mapOf(record({ style: string, explode: boolean })) });

const documentation = { name, description: string, deprecated: boolean, schema, "x-name": string };

const parameter: Check = record(
  {
    ...documentation,
    in: string,
    required: boolean,
    style: string,
    explode: boolean,
    "x-input": record(documentation, ["name"]),
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

const itemsField: Check = (value, at, context) => {
  if (value !== false) string(value, at, context);
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
  "x-page": itemsField,
  "x-rate-limit": record({ requests: positiveInteger, windowSeconds: positiveInteger }, ["requests", "windowSeconds"]),
  "x-invalidates": listOf(string),
  "x-name": string,
});

const unsupportedReference: Check = (_, at, { report }) =>
  report(at, "A path item that is a reference is not supported yet", "Replace the reference with its operations");

const pathItem: Check = record({
  $ref: unsupportedReference,
  parameters,
  ...Object.fromEntries(METHOD_KEYS.map((key) => [key, operation])),
});

const version: Check = (value, at, { report }) => {
  if (typeof value === "string" && /^3\.[01](\.|$)/.test(value)) return;
  report(at, `OpenAPI ${JSON.stringify(value)} is not supported`, "Convert the document to OpenAPI 3.0 or 3.1");
};

/** Checks the parts of the document that the generator reads. */
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
 * Checks that a document has the structure that the generator expects, and normalizes its references.
 *
 * @throws {SpecErrors} If the structure or a reference is invalid or not supported.
 */
export function validate(source: Source): ValidDocument {
  const structure = checkStructure(source.document);
  throwIfAny(source, structure.problems);
  return normalize(source.document, structure);
}

/** Normalizes the references of a document whose structure has no problems. */
export function normalize(document: JsonObject, { references, warnings }: Structure): ValidDocument {
  const normalized = normalizeReferences(document, references);
  const separated = separateBases(normalized.document as unknown as JsonObject).document;
  return { document: separated as unknown as OpenApiDocument, warnings: [...warnings, ...normalized.warnings] };
}

/** The problems in the structure of a document, and its references. */
interface Structure {
  problems: Problem[];
  /** Problems that do not stop generation. */
  warnings: Problem[];
  references: FoundReference[];
}

/** Checks the structure of a document. */
export function checkStructure(document: JsonObject): Structure {
  if (document["swagger"] !== undefined) {
    const fix = "Convert the document to OpenAPI 3.0 or 3.1";
    return {
      problems: [{ at: ["swagger"], reason: "Swagger 2.0 is not supported", fix }],
      warnings: [],
      references: [],
    };
  }
  // A schema that is also the target of a reference is checked twice, but its problems are reported once.
  const problems = new Map<string, Problem>();
  const warnings = new Map<string, Problem>();
  const context: CheckContext = {
    document,
    report: (at, reason, fix) => problems.set(JSON.stringify([at, reason]), { at: [...at], reason, fix }),
    warn: (at, reason, fix) => warnings.set(JSON.stringify([at, reason]), { at: [...at], reason, fix }),
    references: [],
    checkedTargets: new Set(),
  };
  openApi(document, [], context);
  const { references } = context;
  const found = [...problems.values(), ...findInfiniteSchemas(document, references)];
  return { problems: found, warnings: [...warnings.values()], references };
}
