import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import type { Problem } from "../spec/spec-error.ts";

/** How the content of a request or response is encoded. */
export type ContentFormat = "json" | "multipart" | "urlencoded" | "text" | "binary";

/** The input of all emitters. Names have been checked. Texts are untrusted and must be quoted or escaped. */
export interface Model {
  /** The path of the document, for the header line of each generated file. */
  file: string;
  /** The servers of the API. There is at least one. */
  servers: Server[];
  /** Whether any operation needs a token. */
  requiresToken: boolean;
  operations: Operation[];
  schemas: Schema[];
  /** Problems that do not stop generation, such as ignored parts of the document. */
  warnings: Problem[];
  /** The whole document, for the type and reference emitters. */
  document: OpenApiDocument;
}

export interface Server {
  /** The unique name of the server. */
  region: string;
  /** The URL without a trailing slash. It is relative if the document has no absolute URL. */
  url: string;
  description: string | undefined;
}

/** A named schema in `components.schemas`. */
export interface Schema {
  name: string;
  /** The name of the type. */
  typeName: string;
  /** The name of the request type, if `readOnly` or `writeOnly` members make it differ. */
  writableTypeName: string | undefined;
  schema: OpenApiSchema;
  doc: Prose;
}

/** The human-readable description of a part of the document. */
export interface Prose {
  summary: string | undefined;
  description: string | undefined;
  deprecated: boolean;
}

export interface Operation {
  /** The name of the function. */
  id: string;
  /** The `operationId` in the document, if it differs from `id`. */
  originalId: string | undefined;
  /** The capitalized id, used as a prefix of type names. */
  typeName: string;
  method: string;
  /** The path template in the document, such as `/users/{userId}`. */
  path: string;
  /** The path template with the names of the inputs, which `x-name` can change. */
  template: string;
  doc: Prose;
  /** The parameters and body members, with unique names. */
  inputs: Input[];
  body: Body | undefined;
  success: Success;
  paging: Paging | undefined;
  bulk: BulkInput | undefined;
  rateLimit: RateLimit | undefined;
  /** Set only if the document overrides the idempotency of the method. */
  idempotent: boolean | undefined;
  /** The reads to invalidate after a successful write. */
  invalidates: Invalidation[];
  auditEvents: string[];
}

export interface Input {
  name: string;
  /** The name in the document and in requests, if it differs from `name`. */
  wireName?: string;
  doc: Prose;
  in: "path" | "query" | "header" | "body";
  required: boolean;
  schema: OpenApiSchema;
  /** The TypeScript type. */
  type: string;
  /** Set only if the client does not write this query input in dotted form. */
  style?: QueryStyle;
}

/** How an array or object is written in the query. */
export interface QueryStyle {
  style: "form" | "spaceDelimited" | "pipeDelimited";
  explode: boolean;
  /** Set if the value is an object. */
  type?: "object";
}

export interface Body {
  required: boolean;
  schema: OpenApiSchema;
  /** `members` if each body input is a member of the body, `whole` if one input is the entire body. */
  form: "members" | "whole";
  /** Set only if the client does not send this media type by default. */
  mediaType: string | undefined;
  format: ContentFormat;
  /** The lists of a form that the client sends with numbered names. */
  numberedFields: string[];
}

export interface Success {
  /** The first status with a body, or the first success status if none has a body. */
  status: number;
  /** The schema of the whole response body. Absent if there is no body. */
  schema?: OpenApiSchema;
  /** The result of a call: the content of the envelope, or the whole body if there is no envelope. */
  data?: Data;
  /** Whether the response body has no envelope. */
  unwrapped: boolean;
  /** Whether another success response has no body. */
  mayBeEmpty: boolean;
  /** Set only if the client does not accept this media type by default. */
  mediaType?: string;
  /** How the body is read, if it is not JSON. */
  parseAs?: "text" | "blob";
}

interface Data {
  schema: OpenApiSchema;
  /** The TypeScript type of the result. It is a union if there are several success responses. */
  type: string;
  /** The TypeScript type of `schema`. */
  schemaType: string;
}

export interface Paging {
  /** The member of the data that holds the items. */
  itemsField: string;
  /** The TypeScript type of one item. */
  itemType: string;
  /** The maximum page size, if it is below the default page size of the client. */
  maxPageSize: number | undefined;
}

export interface BulkInput {
  /** The only required input, an array that `bulk` splits. */
  field: string;
  /** The TypeScript type of one item. */
  itemType: string;
}

export interface RateLimit {
  requests: number;
  windowSeconds: number;
}

export interface Invalidation {
  id: string;
  /**
   * The path parameters of the read, with the input of the write that has the same value, or a list of values. Only
   * reads with these values are invalidated.
   */
  sharedParameters: Record<string, string>;
  /** The items of the read that the write changes or deletes; `undefined` if any item may change. */
  items: ChangedItems | undefined;
}

/** The items of a paged read that a write names. */
export interface ChangedItems {
  /** The member of the data that has the items. */
  itemsField: string;
  /** The member of an item that identifies it; `undefined` if the item is its own ID. */
  idField: string | undefined;
  /** The input of the write that has one ID or a list of IDs. */
  input: string;
}
