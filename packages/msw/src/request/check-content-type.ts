import type { ContractOperation } from "../contract.ts";
import { createHttpError } from "../response/http-error.ts";

/**
 * Checks the media type of a body. A JSON operation accepts `application/json` and every type that ends with `+json`.
 *
 * @throws {HttpError} 415 if the type is missing or is not the type that the operation declares.
 */
export function checkContentType(
  { contentType = "application/json", requestBody }: ContractOperation,
  { byteLength }: ArrayBuffer,
  received = "",
): void {
  if (requestBody === undefined || byteLength === 0) return;
  const declared = essenceOf(contentType);
  const type = essenceOf(received);
  if (isJson(declared) ? isJson(type) : isInRange(type, declared)) return;
  const got = type === "" ? "no content-type" : JSON.stringify(type);
  throw createHttpError(415, "unsupported-media-type", `The body must be ${declared}, got ${got}`);
}

/** Returns the media type without parameters, in lower case. */
function essenceOf(mediaType: string): string {
  return mediaType.split(";", 1).join("").trim().toLowerCase();
}

function isJson(type: string): boolean {
  return /^[^/]+\/(?:[^/]+\+)?json$/.test(type);
}

/** Returns whether a type is in a range, such as `image/*`. A file of unknown type, `application/octet-stream`, is in every range. */
function isInRange(type: string, range: string): boolean {
  if (!range.endsWith("/*")) return type === range;
  const prefix = range === "*/*" ? "" : range.slice(0, -1);
  return type === "application/octet-stream" || (type.includes("/") && type.startsWith(prefix));
}
