import type { ClientSettings } from "../client-options.ts";
import { InputError } from "../errors/input-error.ts";
import type { CallOptions } from "../iam-client.ts";
import { wireNameOf, type OperationDescriptor } from "../operation-descriptor.ts";
import type { RawInit } from "../raw-init.ts";
import { readHeaders } from "./read-headers.ts";
import { toJsonValue } from "./to-json-value.ts";

type Members = Record<string, unknown>;

/**
 * Splits the flat input of an operation into path, query, headers and body, in the form that openapi-fetch expects.
 *
 * @throws {InputError} for an unknown member, for a missing `bulkField`, for a value that JSON cannot represent, and for a header
 *   with invalid characters.
 */
export function splitInput(
  { mediaType, headers }: ClientSettings,
  operation: OperationDescriptor,
  input: object,
  callOptions: CallOptions,
): RawInit {
  const fail = (name: string, reason: string) => new InputError(operation.id, name, reason);
  const path: Members = {};
  const query: Members = {};
  const header: Members = {};
  // The object has no prototype, so that `__proto__` is an ordinary member.
  const members: Members | undefined = operation.body === true ? Object.create(null) : undefined;
  let body: unknown = members;
  for (const [name, given] of Object.entries(input)) {
    if (given === undefined) continue;
    const value = toJsonValue(name, given, fail);
    const wireName = wireNameOf(operation, name);
    if (operation.path.includes(`{${name}}`)) path[name] = value;
    else if (operation.query?.includes(name)) query[wireName] = value;
    else if (operation.header?.includes(name)) header[wireName] = value;
    else if (members) members[wireName] = value;
    else if (name === operation.body) body = value;
    else throw fail(name, "is not an input of this operation");
  }
  if (operation.bulkField && !(input as Members)[operation.bulkField])
    throw fail(operation.bulkField, "must be a non-empty array");
  return {
    params: { path, query },
    body,
    headers: {
      accept: operation.accept ?? mediaType,
      ...(body !== undefined && { "content-type": operation.contentType ?? mediaType }),
      ...headers,
      ...readHeaders(header, fail),
      ...readHeaders(callOptions.headers ?? {}, fail),
    },
    signal: callOptions.signal,
  };
}
