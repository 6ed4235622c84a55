import type { Path } from "../spec/json.ts";
import type { OpenApiOperation, OpenApiSchema } from "../spec/openapi.ts";
import type { Report } from "../spec/spec-error.ts";
import type { RateLimit } from "./model.ts";

/** The media type that the API recommends. Without it, the generator uses the first JSON media type. */
export const PREFERRED_MEDIA_TYPE = "application/vnd.segment.v1+json";

/** The name of the envelope's only member, which holds the result. */
export const ENVELOPE_MEMBER = "data";

/** A read is paged if it has both an input and a data member of this name. */
export const PAGINATION_MEMBER = "pagination";

/** The members of the `pagination` input, and the page size that the client requests by default. */
export const CURSOR_MEMBER = "cursor";
export const COUNT_MEMBER = "count";
export const DEFAULT_PAGE_SIZE = 200;

/** The name of the input for a body that is not split into members. */
export const WHOLE_BODY_INPUT = "body";

/** The schemas that the hand-written code of every package imports. An operation cannot have a type of this name. */
export const SHARED_SCHEMAS: readonly string[] = ["PaginationInput", "PaginationOutput", "RequestError"];

/** The supported HTTP methods. */
export const METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** Returns whether an operation uses a safe method (RFC 9110, 9.2.1). */
export function isRead({ method }: { method: string }): boolean {
  return method === "GET" || method === "HEAD";
}

const RATE_LIMIT_SENTENCE = /The rate limit for this endpoint is (\d+) requests per minute/i;

/** Returns the rate limit of an operation, from `x-rate-limit` or else from the sentence in its description. */
export function rateLimitOf(operation: OpenApiOperation, at: Path, warn: Report): RateLimit | undefined {
  const rateLimit = operation["x-rate-limit"] ?? rateLimitInDescription(operation.description ?? "");
  if (rateLimit === undefined || (rateLimit.requests > 0 && Number.isSafeInteger(rateLimit.requests))) return rateLimit;
  const reason = `The rate limit of ${rateLimit.requests} requests in the description is ignored`;
  warn([...at, "description"], reason, "Correct the sentence, or set `x-rate-limit`");
  return undefined;
}

/** Returns the rate limit stated in a description. */
export function rateLimitInDescription(description: string): RateLimit | undefined {
  const requests = RATE_LIMIT_SENTENCE.exec(description)?.[1];
  return requests === undefined ? undefined : { requests: Number(requests), windowSeconds: 60 };
}

/** Returns whether the client sends and accepts a media type by default. */
export function isDefaultMediaType(mediaType: string): boolean {
  return /^(?:application\/(?:(?:vnd\.segment\.v1\+)?json|\*)|\*\/\*)\s*(?:;|$)/i.test(mediaType);
}

/** Returns whether a media type is `application/json` or has a `+json` suffix. */
export function isJsonMediaType(mediaType: string): boolean {
  return /^application\/(?:[^;\s]+\+)?json\s*(?:;|$)/i.test(mediaType);
}

/**
 * Returns whether a schema describes the content of a file: `format: binary` in OpenAPI 3.0, and `contentMediaType` without
 * `contentEncoding` in 3.1.
 */
export function isBinarySchema(schema: OpenApiSchema | undefined): boolean {
  if (typeof schema !== "object") return false;
  const { format, contentMediaType, contentEncoding } = schema;
  if (format === "binary") return true;
  return contentMediaType !== undefined && contentEncoding === undefined && !/^text\/|json\b/i.test(contentMediaType);
}
