import type { Schema } from "@cfworker/json-schema";
import type { OperationDescriptor } from "@segment-iam/client";

/**
 * What the mock knows about an API: its operations as the client describes them, with the schemas of what they accept and return.
 *
 * It is generated from the spec. A `$ref` in it has the form `#/schemas/<name>` and points into this object.
 */
export interface Contract {
  /** The named JSON Schemas. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** The operations by id. */
  readonly operations: Readonly<Record<string, ContractOperation>>;
}

/** A JSON Schema of draft 2020-12. `true` accepts every value and `false` none. */
export type JsonSchema = Schema | boolean;

/** One operation of the API. */
export interface ContractOperation extends OperationDescriptor {
  /** The parameters in the path, the query and headers. The descriptor says which is where. */
  readonly parameters: readonly ContractParameter[];
  /** The request body; left out if there is none. */
  readonly requestBody?: ContractBody;
  /** The response to a request that succeeds. */
  readonly success: ContractSuccess;
}

/** A parameter of an operation. */
interface ContractParameter {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** A request body. */
export interface ContractBody {
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** The response to a request that succeeds. */
interface ContractSuccess {
  readonly status: number;
  /** The schema of the whole body, with its envelope; left out if there is no body. */
  readonly schema?: JsonSchema;
}

const REFERENCE_PREFIX = "#/schemas/";

/** The name that a schema refers to with `$ref`; `undefined` if it has none. */
export function referenceOf(schema: JsonSchema): string | undefined {
  const reference = typeof schema === "object" ? schema.$ref : undefined;
  return reference?.startsWith(REFERENCE_PREFIX) ? reference.slice(REFERENCE_PREFIX.length) : undefined;
}

/** Follows `$ref`. Keywords beside a `$ref` override those of the schema it points to. */
export function resolveSchema(contract: Contract, schema: JsonSchema): Schema {
  if (typeof schema === "boolean") return {};
  const name = referenceOf(schema);
  if (name === undefined) return schema;
  const { $ref: _, ...siblings } = schema;
  return { ...resolveSchema(contract, contract.schemas[name] ?? true), ...siblings };
}

/** The types that a schema allows, inferred from `properties` or `items` if there is no `type`. Empty if unknown. */
export function typesOf({ type, properties, items }: Schema): readonly string[] {
  if (type !== undefined) return typeof type === "string" ? [type] : type;
  if (properties !== undefined) return ["object"];
  return items === undefined ? [] : ["array"];
}
