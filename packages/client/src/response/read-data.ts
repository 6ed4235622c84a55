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
export async function readData(response: Response, { id, method, empty, bare }: OperationDescriptor): Promise<unknown> {
  if (empty === true || (empty && !(await bodyText(response))))
    return method === "GET" || method === "HEAD" ? null : undefined;
  const body = await readJson(response, id);
  const data = bare ? body : (body as { data?: unknown } | null)?.data;
  return data === undefined ? refuse(response, id, "it has no data") : data;
}

async function readJson(response: Response, operation: string): Promise<unknown> {
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

/** @param cause left out where the token had to be: what a parser complains of may quote it */
async function refuse(response: Response, operation: string, reason: string, cause?: unknown): Promise<never> {
  const text = await quotableText(response);
  const why = text === (await bodyText(response)) ? cause : undefined;
  throw new InvalidResponseError(operation, response.status, text, reason, why);
}
