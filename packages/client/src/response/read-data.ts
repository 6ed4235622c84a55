import { InvalidResponseError } from "../errors/invalid-response-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import { textOf } from "./text-of.ts";

/**
 * Takes `data` out of a success' envelope, or the whole body where there is no envelope.
 *
 * An answer without a body is `undefined`, or `null` for a read: caches cannot hold `undefined`.
 *
 * @throws {InvalidResponseError} when the body is not JSON or has no `data`, which the API's reference leaves optional.
 */
export async function readData(response: Response, operation: OperationDescriptor): Promise<unknown> {
  const { id, method, empty, bare } = operation;
  const text = empty === true ? "" : await textOf(response);
  if (empty && text === "") return method === "GET" || method === "HEAD" ? null : undefined;
  const body = parse(text, response, id);
  if (bare) return body;
  const { data } = body ?? {};
  if (data !== undefined) return data;
  throw new InvalidResponseError(id, response.status, text, "it has no data");
}

/** Reads a success' body. @throws {InvalidResponseError} when it is not JSON. */
export async function readJson(response: Response, operation: string): Promise<unknown> {
  return parse(await textOf(response), response, operation);
}

function parse(text: string, { status }: Response, operation: string): { data?: unknown } | null {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = text ? "its body is not JSON" : "its body is empty";
    throw new InvalidResponseError(operation, status, text, reason, cause);
  }
}
