import type { Json } from "./json.ts";

/** The parts of OpenAPI 3.0 and 3.1 that the generator reads. `validate` checks that a document has this structure. */
export interface OpenApiDocument {
  openapi: string;
  paths: Record<string, OpenApiPathItem>;
  components?: {
    schemas?: Record<string, OpenApiSchema>;
    responses?: Record<string, OrReference<OpenApiResponse>>;
    parameters?: Record<string, OrReference<OpenApiParameter>>;
    requestBodies?: Record<string, OrReference<OpenApiRequestBody>>;
    headers?: Record<string, OrReference<OpenApiHeader>>;
  };
}

/** The keys of a path item that hold operations. */
export const METHOD_KEYS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export type MethodKey = (typeof METHOD_KEYS)[number];

/** Returns whether a key of a path item holds an operation. */
export function isMethodKey(key: string): key is MethodKey {
  return (METHOD_KEYS as readonly string[]).includes(key);
}

export type OpenApiPathItem = { parameters?: OrReference<OpenApiParameter>[] } & {
  [key in MethodKey]?: OpenApiOperation;
};

export interface OpenApiOperation {
  operationId?: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  tags?: Json;
  parameters?: OrReference<OpenApiParameter>[];
  requestBody?: OrReference<OpenApiRequestBody>;
  responses?: Record<string, OrReference<OpenApiResponse>>;
  "x-audit-events"?: string[];
  "x-idempotent"?: boolean;
  "x-page"?: string | false;
  "x-rate-limit"?: { requests: number; windowSeconds: number };
  "x-invalidates"?: string[];
  "x-name"?: string;
}

export interface OpenApiParameter {
  name: string;
  in: string;
  description?: string;
  deprecated?: boolean;
  required?: boolean;
  style?: string;
  explode?: boolean;
  schema?: OpenApiSchema;
  "x-name"?: string;
  /** The array or object that this parameter is a part of. One of its parts has the schema. */
  "x-input"?: Omit<OpenApiParameter, "in" | "required" | "style" | "explode" | "x-input">;
}

export interface OpenApiRequestBody {
  description?: string;
  required?: boolean;
  content: Record<string, OpenApiMediaType>;
}

interface OpenApiResponse {
  description?: string;
  headers?: Record<string, OrReference<OpenApiHeader>>;
  content?: Record<string, OpenApiMediaType>;
}

interface OpenApiHeader {
  description?: string;
  required?: boolean;
  schema?: OpenApiSchema;
  content?: Record<string, OpenApiMediaType>;
}

export interface OpenApiMediaType {
  example?: Json;
  schema?: OpenApiSchema;
  /** How each member of a form is written. */
  encoding?: Record<string, { style?: string; explode?: boolean }>;
}

/** A reference to a component. OpenAPI 3.1 allows a description beside it. An `x-name` beside it names one use of a parameter. */
export interface Reference {
  $ref: string;
  description?: string;
  "x-name"?: string;
}

export type OrReference<T> = T | Reference;

/** A JSON Schema. May combine `$ref` with other keywords. */
export type OpenApiSchema = boolean | OpenApiSchemaObject;

export interface OpenApiSchemaObject {
  $ref?: string;
  type?: string | string[];
  format?: string;
  title?: string;
  description?: string;
  contentMediaType?: string;
  contentEncoding?: string;
  deprecated?: boolean;
  nullable?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  default?: Json;
  enum?: Json[];
  const?: Json;
  required?: string[];
  maximum?: number;
  properties?: Record<string, OpenApiSchema>;
  additionalProperties?: OpenApiSchema;
  patternProperties?: Record<string, OpenApiSchema>;
  items?: OpenApiSchema;
  prefixItems?: OpenApiSchema[];
  allOf?: OpenApiSchema[];
  anyOf?: OpenApiSchema[];
  oneOf?: OpenApiSchema[];
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
  "x-name"?: string;
}
