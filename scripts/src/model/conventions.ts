import type { OpenApiOperation } from "../spec/openapi.ts";
import type { RateLimit } from "./model.ts";

/** The media type that the API recommends. Where it is missing, the first other kind of JSON is taken. */
export const PREFERRED_MEDIA_TYPE = "application/vnd.segment.v1+json";

/** The member that holds the result, where a successful answer has no other. */
export const ENVELOPE_MEMBER = "data";

/** An input of this name, together with a member of this name in the data, makes a read paged. */
export const PAGINATION_MEMBER = "pagination";

/** The members of the input `pagination`, and how many items are asked for when nobody says. */
export const PAGE_CURSOR = "cursor";
export const PAGE_COUNT = "count";
export const PAGE_SIZE = 200;

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

/** Tells whether a media type needs no mention, because the client speaks it anyway. */
export function isUsual(mediaType: string): boolean {
  return /^(?:application\/(?:vnd\.segment\.v1\+)?json|\*\/\*)\s*(?:;|$)/i.test(mediaType);
}

/** The name of JSON, with or without a vendor's prefix. */
export function isJson(mediaType: string): boolean {
  return /^application\/(?:[^;\s]+\+)?json\s*(?:;|$)/i.test(mediaType);
}
