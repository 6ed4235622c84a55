import { InvalidResponseError } from "../errors/response-errors.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import { readBodyText, readText } from "./response-body.ts";

/**
 * Returns the `data` of a successful response, or the whole body if the operation has no envelope or does not return JSON.
 *
 * If the operation has no content, or an optional body is missing, it returns `undefined`. A GET or HEAD returns `null` instead,
 * because query caches cannot store `undefined`.
 *
 * @throws {InvalidResponseError} when the media type or the body is not JSON, or when `data` is missing. The spec allows
 *   a response without `data`, but the result type does not.
 */
export async function readData(
  response: Response,
  { id, method, noContent, unwrapped, parseAs }: OperationDescriptor,
): Promise<unknown> {
  const { text, content } = await readText(response);
  if (noContent === true || (noContent && !text)) return method === "GET" || method === "HEAD" ? null : undefined;
  const type = response.headers.get("content-type");
  if (parseAs) return parseAs === "text" ? text : new Blob([content], { type: type ?? "" });
  let reason = "the body is not JSON";
  let cause: unknown;
  // JSON, and media types with the suffix +json (RFC 6839, 3.1).
  if (!type || /[/+]json\b/i.test(type)) {
    try {
      const body = JSON.parse(text);
      const data = unwrapped ? body : body?.data;
      if (data !== undefined) return data;
      reason = "the body has no data";
    } catch (error) {
      cause = error;
    }
  } else reason = `the body is ${type}, not JSON`;
  const quote = await readBodyText(response);
  // The message of a parser may quote a part of the token.
  throw new InvalidResponseError(id, response.status, quote, reason, text === quote ? cause : undefined);
}
