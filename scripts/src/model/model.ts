import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import type { Problem } from "../spec/spec-error.ts";

/** What the emitters see of the document. Every name in it has been checked; texts have not, and need quoting. */
export interface Model {
  /** The document's path, for the first line of each file. */
  file: string;
  /** The servers of the API, at least one. */
  servers: Server[];
  /** Whether an operation needs a token. */
  requiresToken: boolean;
  operations: Operation[];
  schemas: Schema[];
  /** What the document says and the model leaves out, because nothing depends on it. */
  warnings: Problem[];
  /** The document itself, for the emitters of its types and of its reference, which show all of it. */
  document: OpenApiDocument;
}

export interface Server {
  /** A name that no other server has. */
  region: string;
  /** Without a slash at its end. Relative where the document has no absolute one. */
  url: string;
  description: string | undefined;
}

/** A named schema of the document. */
export interface Schema {
  name: string;
  /** The name, or what is made of it when it cannot name a type. */
  typeName: string;
  /** The type of what can be sent, where `readOnly` or `writeOnly` members make it another one. */
  writableTypeName: string | undefined;
  schema: OpenApiSchema;
  doc: Prose;
}

/** What the document says about something, for people to read. */
export interface Prose {
  summary: string | undefined;
  description: string | undefined;
  deprecated: boolean;
}

export interface Operation {
  /** A name that a constant can have. */
  id: string;
  /** The `operationId` as it is written, where that is not a name. */
  writtenId: string | undefined;
  /** The id with a capital letter, to begin type names with. */
  typeName: string;
  method: string;
  /** The template, such as `/users/{userId}`. */
  path: string;
  doc: Prose;
  /** Parameters and body side by side. No two have the same name. */
  inputs: Input[];
  body: Body | undefined;
  success: Success;
  page: Page | undefined;
  list: List | undefined;
  limit: RateLimit | undefined;
  /** Only where the document says something else than the method does. */
  idempotent: boolean | undefined;
  /** The reads whose answers a successful write puts out of date. */
  stale: StaleRead[];
  auditEvents: string[];
}

export interface Input {
  name: string;
  doc: Prose;
  in: "path" | "query" | "header" | "body";
  required: boolean;
  schema: OpenApiSchema;
  /** A TypeScript type. */
  type: string;
}

export interface Body {
  required: boolean;
  schema: OpenApiSchema;
  /** `members`: the inputs in `body` are the members of the body. `whole`: the one input in `body` is the body itself. */
  form: "members" | "whole";
  /** Only where it is not one that the client sends anyway. */
  mediaType: string | undefined;
}

export interface Success {
  /** The first status that has data or, where none has, the first. */
  status: number;
  /** The schema of the whole answer. Without it the answer has no body. */
  schema?: OpenApiSchema;
  /** What a call returns: what the envelope holds or, of a bare answer, all of it. */
  data?: Data;
  /** Whether the answer has no envelope. */
  bare: boolean;
  /** Whether another success has no body. */
  mayBeEmpty: boolean;
  /** Only where it is not one that the client asks for anyway. */
  mediaType?: string;
}

interface Data {
  schema: OpenApiSchema;
  /** The TypeScript type of all that a call may return, were there several successes. */
  type: string;
  /** The TypeScript type of what the schema describes. */
  ownType: string;
}

export interface Page {
  /** The member of the data that holds the items. */
  items: string;
  /** The TypeScript type of one item. */
  itemType: string;
  /** How many items a page may have, where that is fewer than are asked for by default. */
  size: number | undefined;
}

export interface List {
  /** The one required input, which is a list: bulk work splits it. */
  input: string;
  /** The TypeScript type of one item. */
  itemType: string;
}

export interface RateLimit {
  requests: number;
  windowSeconds: number;
}

export interface StaleRead {
  id: string;
  /** The path parameters that the read has in common with the write: only answers with the same values are out of date. */
  shared: string[];
}
