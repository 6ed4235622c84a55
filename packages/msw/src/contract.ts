import type { Schema } from "@cfworker/json-schema";
import type { OperationDescriptor } from "@segment-iam/client";

/**
 * The description of an API: its operation descriptors, with the schemas of their input and output.
 *
 * Generated from the spec. A `$ref` has the form `#/schemas/<name>` and points into this object.
 */
export interface Contract {
  /** The named JSON Schemas. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** The operations by id. */
  readonly operations: Readonly<Record<string, ContractOperation>>;
}

/** A JSON Schema of draft 2020-12. `true` accepts every value, `false` rejects every value. */
export type JsonSchema = Schema | boolean;

/** One operation of the API. */
export interface ContractOperation extends OperationDescriptor {
  /** The path, query and header parameters. The inherited members `query` and `header` contain only names. */
  readonly parameters: readonly ContractParameter[];
  /** The request body; omitted if there is none. */
  readonly requestBody?: ContractBody;
  /** The success response. */
  readonly success: ContractSuccess;
}

/** A parameter of an operation. */
interface ContractParameter {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** A request body. */
interface ContractBody {
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** The success response. */
interface ContractSuccess {
  readonly status: number;
  /** The schema of the whole body, including the envelope; omitted if there is no body. */
  readonly schema?: JsonSchema;
}

const REFERENCE_PREFIX = "#/schemas/";

/** Returns the schema name in a `$ref`; `undefined` without a `$ref`. */
export function referenceOf(schema: JsonSchema): string | undefined {
  const reference = typeof schema === "object" ? schema.$ref : undefined;
  return reference?.startsWith(REFERENCE_PREFIX) ? reference.slice(REFERENCE_PREFIX.length) : undefined;
}

/** Resolves `$ref`. Keywords beside a `$ref` override those of the referenced schema. */
export function resolveSchema(contract: Contract, schema: JsonSchema): Schema {
  if (typeof schema === "boolean") return {};
  const name = referenceOf(schema);
  if (name === undefined) return schema;
  const { $ref: _, ...siblings } = schema;
  return { ...resolveSchema(contract, contract.schemas[name] ?? true), ...siblings };
}

/** Returns the types that a schema allows. Without `type`, infers them from `properties` or `items`. Empty if unknown. */
export function typesOf({ type, properties, items }: Schema): readonly string[] {
  if (type !== undefined) return typeof type === "string" ? [type] : type;
  if (properties !== undefined) return ["object"];
  return items === undefined ? [] : ["array"];
}

/**
 * Returns whether the request or response that a schema describes omits a member.
 *
 * The generator keeps `readOnly` only in request schemas, and `writeOnly` only in response schemas.
 */
export function isOmitted(schema: JsonSchema): boolean {
  return typeof schema === "object" && (schema["readOnly"] === true || schema["writeOnly"] === true);
}

/** Returns a schema and its `allOf`, `anyOf` and `oneOf` subschemas. Resolves each `$ref`, and includes each named schema once. */
export function variantsOf(contract: Contract, schema: JsonSchema, seen: Set<string> = new Set()): Schema[] {
  const name = referenceOf(schema);
  if (name !== undefined && seen.has(name)) return [];
  if (name !== undefined) seen.add(name);
  const resolved = resolveSchema(contract, schema);
  const { allOf = [], anyOf = [], oneOf = [] } = resolved;
  return [resolved, ...[...allOf, ...anyOf, ...oneOf].flatMap((part) => variantsOf(contract, part, seen))];
}

/** Returns whether a value is an object, but not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
