/** What the API speaks, in requests and in answers. */
const MEDIA_TYPES: readonly string[] = [
  "application/vnd.segment.v1+json",
  "application/vnd.segment.v1beta+json",
  "application/vnd.segment.v1alpha+json",
  "application/json",
];

/** The first of the API's media types in an `Accept` or `Content-Type` header; `undefined` when there is none. */
export function knownMediaType(header: string | null): string | undefined {
  const types = (header ?? "").split(",").map((part) => part.split(";")[0]?.trim().toLowerCase() ?? "");
  return types.find((type) => MEDIA_TYPES.includes(type));
}
