/** What the API speaks, in requests and in answers. */
const MEDIA_TYPES: readonly string[] = [
  "application/vnd.segment.v1+json",
  "application/vnd.segment.v1beta+json",
  "application/vnd.segment.v1alpha+json",
  "application/json",
];

/** The first of the API's media types in an `Accept` header; `undefined` when there is none. */
export function acceptedMediaType(accept: string | null): string | undefined {
  return accept
    ?.split(",")
    .map(essenceOf)
    .find((type) => MEDIA_TYPES.includes(type));
}

/**
 * The media type of a `Content-Type` header, where it is one of the API's or `another`; else `undefined`.
 *
 * Unlike `Accept`, the header is no list. A browser judges what stands before the first `;` when it decides whether a page has to ask
 * leave, and sends the rest as the page wrote it: a type found further on would let `text/plain;a=b, application/json` pass unasked.
 */
export function contentMediaType(contentType: string | null, another?: string): string | undefined {
  if (contentType === null || contentType.includes(",")) return undefined;
  const type = essenceOf(contentType);
  return MEDIA_TYPES.includes(type) || (another !== undefined && type === essenceOf(another)) ? type : undefined;
}

/** A media type without its parameters. */
function essenceOf(text: string): string {
  return text.split(";", 1).join("").trim().toLowerCase();
}
