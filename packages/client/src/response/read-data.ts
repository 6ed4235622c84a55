import { InvalidResponseError } from "../errors/invalid-response-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";

/**
 * Takes `data` out of a success' envelope.
 *
 * @throws {InvalidResponseError} when the body is not JSON or has no `data`, which the API's reference leaves optional.
 */
export async function readData(response: Response, { id, empty }: OperationDescriptor): Promise<unknown> {
  if (empty) return undefined;
  const text = await response.text();
  let envelope: { data?: unknown } | null;
  try {
    envelope = JSON.parse(text);
  } catch (cause) {
    throw new InvalidResponseError(
      id,
      response.status,
      text,
      text ? "its body is not JSON" : "its body is empty",
      cause,
    );
  }
  if (envelope?.data === undefined) throw new InvalidResponseError(id, response.status, text, "it has no data");
  return envelope.data;
}
