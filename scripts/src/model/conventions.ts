import type { OpenApiOperation } from "../spec/openapi.ts";
import type { RateLimit } from "./model.ts";

/** The media type that the API recommends. Where it is missing, the first other kind of JSON is taken. */
export const PREFERRED_MEDIA_TYPE = "application/vnd.segment.v1+json";

/** The member of every successful answer that holds its result. */
export const ENVELOPE_MEMBER = "data";

/** A query parameter of this name, together with a member of this name in the data, makes an operation paged. */
export const PAGINATION_MEMBER = "pagination";

/** The input that holds a body which cannot be spread over several inputs. */
export const WHOLE_BODY_INPUT = "body";

/** The methods that can be called. */
export const METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** Tells whether an operation changes nothing. All others may. */
export function isRead({ method }: { method: string }): boolean {
  return method === "GET" || method === "HEAD";
}

const LIMIT_SENTENCE = /The rate limit for this endpoint is (\d+) requests per minute/i;

/** The limit of an operation: its `x-rate-limit` or, as the published documents have it, a sentence in its description. */
export function rateLimitOf(operation: OpenApiOperation): RateLimit | undefined {
  return operation["x-rate-limit"] ?? rateLimitIn(operation.description ?? "");
}

/** The limit that a description speaks of. */
export function rateLimitIn(description: string): RateLimit | undefined {
  const requests = LIMIT_SENTENCE.exec(description)?.[1];
  return requests === undefined ? undefined : { requests: Number(requests), windowSeconds: 60 };
}

/** The name of JSON, with or without a vendor's prefix. */
export function isJson(mediaType: string): boolean {
  return /^application\/(?:[^;\s]+\+)?json\s*(?:;|$)/i.test(mediaType);
}
