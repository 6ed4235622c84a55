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
 * Returns the media type of a `Content-Type` header if it matches the operation, otherwise `undefined`. An operation that sends JSON
 * accepts all of the API's media types.
 *
 * Rejects a header with a comma, because `Content-Type` is not a list. A browser reads `text/plain;a=b, application/json` as
 * `text/plain`, which needs no CORS preflight. The proxy must not read the same header as `application/json`.
 */
export function contentMediaType(contentType: string | null, operationType?: string): string | undefined {
  if (contentType === null || contentType.includes(",")) return undefined;
  const type = essenceOf(contentType);
  const isKnown = isJson(operationType) && MEDIA_TYPES.includes(type);
  return isKnown || (operationType !== undefined && matchesMediaType(type, operationType)) ? type : undefined;
}

/** Returns whether a media type is `range`, or within a range such as `image/*`. Ignores parameters. */
export function matchesMediaType(type: string, range: string): boolean {
  const [essence, expected] = [essenceOf(type), essenceOf(range)];
  return essence === expected || (expected.endsWith("/*") && essence.startsWith(expected.replace(/\*(?:\/\*)?$/, "")));
}

/** Returns whether an operation with this `contentType` sends JSON, which is the default. */
export function isJson(operationType?: string): boolean {
  return operationType === undefined || /[/+]json$/.test(essenceOf(operationType));
}

/** Returns whether a media type is text. Uses the types of `TEXT` in scripts/src/model/select-content.ts, without forms. */
export function isText(type: string): boolean {
  return /^text\/|[/+](?:xml|yaml|x-yaml|csv|javascript|graphql|x-ndjson)$/.test(type);
}

/** Returns a media type without parameters. */
function essenceOf(text: string): string {
  return text.split(";", 1).join("").trim().toLowerCase();
}
