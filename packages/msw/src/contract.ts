import type { Schema } from "@cfworker/json-schema";

/**
 * What the mock needs to know of an API: its schemas and its operations, with nothing of what they do.
 *
 * It is generated from the spec. A `$ref` in it has the form `#/schemas/<name>` and points into this object.
 */
export interface Contract {
  /** The named JSON Schemas. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** The operations by their id. */
  readonly operations: Readonly<Record<string, ContractOperation>>;
}

/** A JSON Schema, as far as the spec uses it. `false` matches nothing and `true` everything. */
export type JsonSchema = Schema | boolean;

/** One operation of the API. */
export interface ContractOperation {
  /** The `operationId` in the spec. */
  readonly id: string;
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path template, such as `/users/{userId}`. */
  readonly path: string;
  /** The parameters in the path, in the query and in headers. */
  readonly parameters: readonly ContractParameter[];
  /** The body of a request; left out when there is none. */
  readonly body?: ContractBody;
  /** The answer to a request that succeeds. */
  readonly success: ContractSuccess;
  /** The rate limit that the spec states. */
  readonly limit?: ContractLimit;
  /** The member of `data` that has the items of a page; left out when there are no pages. */
  readonly page?: string;
}

/** A parameter of an operation. */
interface ContractParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** The body of a request. */
export interface ContractBody {
  readonly required: boolean;
  readonly schema: JsonSchema;
  /** `true` when the body is one input; left out when its members are inputs of their own. */
  readonly whole?: true;
}

/** The answer to a request that succeeds. */
interface ContractSuccess {
  readonly status: number;
  /** The whole body, its envelope included; left out when there is none. */
  readonly schema?: JsonSchema;
  /** `true` when the body is the result itself, without an envelope. */
  readonly bare?: true;
}

/** A number of requests in a window of time. */
export interface ContractLimit {
  /** How many requests a window lets through. */
  readonly requests: number;
  /** The length of a window, in seconds. */
  readonly windowSeconds: number;
}
