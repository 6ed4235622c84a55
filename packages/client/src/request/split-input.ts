import { InputError } from "../errors/input-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import { pathParameters } from "./expand-path.ts";

/** An operation's flat input, sorted by where each member goes. */
export interface SplitInput {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  /** `undefined` when the operation has no body. */
  readonly body: unknown;
}

/**
 * Sorts a flat input into path, query and body.
 *
 * @throws {InputError} for an empty list in the query (it would vanish, and so ask for something else), and for a member
 *   the operation does not have.
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
  if (operation.body === true) return { path, query, body: Object.fromEntries(members) };
  const body = members.get("body");
  if (operation.body === "body") members.delete("body");
  for (const name of members.keys()) throw new InputError(operation.id, name, "is not one of its inputs");
  return { path, query, body };
}
