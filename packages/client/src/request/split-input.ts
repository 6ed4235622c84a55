import type { ClientSettings } from "../client-options.ts";
import { InputError } from "../errors/request-errors.ts";
import type { CallOptions } from "../iam-client.ts";
import { wireNameOf, type OperationDescriptor } from "../operation-descriptor.ts";
import type { RawInit } from "../raw-init.ts";
import { readHeaders } from "./read-headers.ts";
import { jsonOf } from "./serialize.ts";

/** The maximum nesting depth of an input. A deeper value is rejected, because it is probably circular. */
const MAX_DEPTH = 100;

/** Matches the media types of JSON. */
const JSON_TYPE = /^application\/(\S+\+)?json\s*(;|$)/i;

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
    const value = toJsonValue(operation, name, given);
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

/**
 * Checks that an input can be sent, and returns it with its `toJSON` applied: a `Date` becomes ISO text.
 *
 * @param field the path of the value in the input, for example `invites.0.email`
 * @throws {InputError} for a value without a JSON form, such as `NaN`, a bigint, a `Map` or an invalid `Date`
 */
function toJsonValue(operation: OperationDescriptor, field: string, value: unknown, depth = 0): unknown {
  const json = jsonOf(value);
  if (json === null ? value === null : /^(string|boolean)$/.test(typeof json) || Number.isFinite(json)) return json;
  // Platform objects, such as a `Map`, a `Blob` and bytes, have a tag.
  const tag: string | undefined = Object(json)[Symbol.toStringTag];
  if (typeof json !== "object" || !json || (tag && !canSend(operation, tag)) || depth > MAX_DEPTH) {
    const got = tag || (typeof json === "number" ? json : typeof json);
    throw new InputError(operation.id, field, `must be JSON data, got ${got}`);
  }
  if (tag) return json;
  for (const [name, item] of Object.entries(json)) {
    // JSON omits members that are `undefined`. Items of an array cannot be omitted, because later items would change their index.
    if (item !== undefined || Array.isArray(json)) toJsonValue(operation, `${field}.${name}`, item, depth + 1);
  }
  return json;
}

/** Returns whether an operation can send a platform object. Only forms and files can, but no form can contain a `Map` or a `Set`. */
function canSend({ encode, contentType = "application/json" }: OperationDescriptor, tag: string): boolean {
  // An operation with a JSON body has an encoder if its query has styles.
  return encode !== undefined && !JSON_TYPE.test(contentType) && !/^(Map|Set)$/.test(tag);
}
