import { InputError } from "../errors/input-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import { pathParameters } from "./expand-path.ts";

/** An operation's flat input, sorted by where each member goes. */
export interface SplitInput {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  /** Left out when the operation takes no headers. */
  readonly header?: Record<string, string>;
  /** `undefined` when the operation has no body. */
  readonly body: unknown;
}

/** What may stand in a header (RFC 9110, 5.5), without the bytes that only some servers take. */
const HEADER_VALUE = /^[\t\x20-\x7e]*$/;

/**
 * Sorts a flat input into path, query, headers and body.
 *
 * @throws {InputError} for an empty list in the query (it would vanish, and so ask for something else), for a value that no
 *   header may hold, and for a member the operation does not have.
 */
export function splitInput(operation: OperationDescriptor, input: object = {}): SplitInput {
  const members = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const path: Record<string, unknown> = {};
  const query: Record<string, unknown> = {};
  for (const name of pathParameters(operation.path)) {
    path[name] = members.get(name);
    members.delete(name);
  }
  for (const name of operation.query ?? []) {
    const value = members.get(name);
    if (Array.isArray(value) && value.length === 0) throw new InputError(operation.id, name, "is an empty list");
    query[name] = value;
    members.delete(name);
  }
  const header = operation.header && takeHeaders(operation, operation.header, members);
  const parts = { path, query, ...(header && { header }) };
  if (operation.body === true) return { ...parts, body: Object.fromEntries(members) };
  const body = members.get("body");
  if (operation.body === "body") members.delete("body");
  for (const name of members.keys()) throw new InputError(operation.id, name, "is not one of its inputs");
  return { ...parts, body };
}

function takeHeaders(
  { id }: OperationDescriptor,
  names: readonly string[],
  members: Map<string, unknown>,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of names) {
    const value = members.get(name);
    members.delete(name);
    if (value === undefined || value === null) continue;
    const text = String(value);
    if (!HEADER_VALUE.test(text)) throw new InputError(id, name, "has a character no header may hold");
    headers[name] = text;
  }
  return headers;
}
