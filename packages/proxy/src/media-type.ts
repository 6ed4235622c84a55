/** The API's media types for requests and responses. */
const MEDIA_TYPES: readonly string[] = [
  "application/vnd.segment.v1+json",
  "application/vnd.segment.v1beta+json",
  "application/vnd.segment.v1alpha+json",
  "application/json",
];

/** Returns the first of the API's media types in an `Accept` header; `undefined` if there is none. Ignores weights. */
export function acceptedMediaType(accept: string | null): string | undefined {
  return accept
    ?.split(",")
    .map(essenceOf)
    .find((type) => MEDIA_TYPES.includes(type));
}

/**
 * Returns the media type of a `Content-Type` header if it is one of the API's or `operationType`, otherwise `undefined`.
 *
 * Rejects a header with a comma, because `Content-Type` is not a list. A browser reads `text/plain;a=b, application/json` as
 * `text/plain`, which needs no CORS preflight. The proxy must not read the same header as `application/json`.
 */
export function contentMediaType(contentType: string | null, operationType?: string): string | undefined {
  if (contentType === null || contentType.includes(",")) return undefined;
  const type = essenceOf(contentType);
  const isKnown = MEDIA_TYPES.includes(type) || (operationType !== undefined && type === essenceOf(operationType));
  return isKnown ? type : undefined;
}

/** Returns a media type without parameters. */
function essenceOf(text: string): string {
  return text.split(";", 1).join("").trim().toLowerCase();
}
