import { InvalidResponseError } from "../errors/invalid-response-error.ts";
import type { OperationDescriptor } from "../operation.ts";
import { redactToken } from "../token.ts";
import { readText } from "./response-body.ts";

/**
 * Takes `data` out of a success' envelope, or the whole body where there is no envelope.
 *
 * An answer without a body is `undefined`, or `null` for a read: caches cannot hold `undefined`.
 *
 * @throws {InvalidResponseError} when the body is not JSON, by its media type or by itself, or has no `data`, which the API's
 *   reference leaves optional.
 */
export async function readData(response: Response, { id, method, empty, bare }: OperationDescriptor): Promise<unknown> {
  const { text, secret } = await readText(response);
  if (empty === true || (empty && !text)) return method === "GET" || method === "HEAD" ? null : undefined;
  const type = response.headers.get("content-type");
  let reason = "its body is not JSON";
  let cause: unknown;
  // JSON itself, and everything that is built on it (RFC 6839, 3.1).
  if (!type || /[/+]json\b/i.test(type)) {
    try {
      const body = JSON.parse(text);
      const data = bare ? body : body?.data;
      if (data !== undefined) return data;
      reason = "it has no data";
    } catch (error) {
      cause = error;
    }
  } else reason = `its body is ${type}, not JSON`;
  const quote = redactToken(text, secret);
  // What a parser complains of may quote a part of the token.
  throw new InvalidResponseError(id, response.status, quote, reason, text === quote ? cause : undefined);
}
