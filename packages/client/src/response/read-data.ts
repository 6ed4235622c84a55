import { InvalidResponseError } from "../errors/invalid-response-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import { textOf } from "./text-of.ts";

/**
 * Takes `data` out of a success' envelope.
 *
 * @throws {InvalidResponseError} when the body is not JSON or has no `data`, which the API's reference leaves optional.
 */
export async function readData(response: Response, operation: OperationDescriptor): Promise<unknown> {
  if (operation.empty) return undefined;
  const { data } = (await readJson(response, operation.id)) ?? {};
  if (data !== undefined) return data;
  throw new InvalidResponseError(operation.id, response.status, await textOf(response), "it has no data");
}

/** Reads a success' body. @throws {InvalidResponseError} when it is not JSON. */
export async function readJson(response: Response, operation: string): Promise<{ data?: unknown } | null> {
  const text = await textOf(response);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = text ? "its body is not JSON" : "its body is empty";
    throw new InvalidResponseError(operation, response.status, text, reason, cause);
  }
}
