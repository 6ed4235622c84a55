import { InvalidResponseError } from "../errors/invalid-response-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import { bodyText, quotableText } from "./body-text.ts";

/** JSON itself, and everything that is built on it (RFC 6839, 3.1). */
const JSON_TYPE = /[/+]json\b/i;

/**
 * Takes `data` out of a success' envelope, or the whole body where there is no envelope.
 *
 * An answer without a body is `undefined`, or `null` for a read: caches cannot hold `undefined`.
 *
 * @throws {InvalidResponseError} when the body is not JSON, by its media type or by itself, or has no `data`, which the API's reference leaves optional.
 */
export async function readData(response: Response, operation: OperationDescriptor): Promise<unknown> {
  const { id, method, empty, bare } = operation;
  if (empty && (empty === true || (await bodyText(response)) === ""))
    return method === "GET" || method === "HEAD" ? null : undefined;
  const body = await readJson(response, id);
  if (bare) return body;
  const { data } = (body ?? {}) as { data?: unknown };
  if (data !== undefined) return data;
  return refuse(response, id, "it has no data");
}

/** Reads a success' body. @throws {InvalidResponseError} when it is not JSON. */
export async function readJson(response: Response, operation: string): Promise<unknown> {
  const text = await bodyText(response);
  const type = response.headers.get("content-type");
  if (!text) return refuse(response, operation, "its body is empty");
  if (type && !JSON_TYPE.test(type)) return refuse(response, operation, `its body is ${type}, not JSON`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    return refuse(response, operation, "its body is not JSON", cause);
  }
}

async function refuse(response: Response, operation: string, reason: string, cause?: unknown): Promise<never> {
  const text = await quotableText(response);
  // What a parser complains of may quote what must not be quoted.
  const why = text === (await bodyText(response)) ? cause : undefined;
  throw new InvalidResponseError(operation, response.status, text, reason, why);
}
