import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";

/** What the emitters see of the document. Every name in it has been checked; texts have not, and need quoting. */
export interface Model {
  /** The document's path, for the first line of each file. */
  file: string;
  operations: Operation[];
  schemas: Schema[];
  /** The document itself, for openapi-typescript alone. */
  document: OpenApiDocument;
}

/** A named schema of the document. */
export interface Schema {
  name: string;
  /** The name, or what is made of it when it cannot name a type. */
  typeName: string;
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
  in: "path" | "query" | "body";
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
}

export interface Success {
  status: number;
  /** The schema of the whole answer. Without it the answer has no body. */
  schema?: OpenApiSchema;
  /** What the envelope holds, which is what a call returns. */
  data?: { schema: OpenApiSchema; type: string };
}

export interface Page {
  /** The member of the data that holds the items. */
  items: string;
  /** The TypeScript type of one item. */
  itemType: string;
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
