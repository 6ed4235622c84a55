import { InputError } from "../errors/input-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import { pathParameters } from "./expand-path.ts";

type Members = Record<string, unknown>;

/** An operation's input, sorted by where each member goes. */
export interface PlacedInput {
  readonly path: Readonly<Members>;
  readonly query: Readonly<Members>;
  readonly header: Readonly<Members>;
  /** `undefined` when the operation has no body. */
  readonly body: unknown;
}

/**
 * Sorts a flat input into path, query, headers and body.
 *
 * @throws {InputError} for an empty list in the query (it would vanish, and so ask for something else), and for a member the
 *   operation does not have.
 */
export function placeInput(operation: OperationDescriptor, input: object = {}): PlacedInput {
  const inPath = pathParameters(operation.path);
  const path = noMembers();
  const query = noMembers();
  const header = noMembers();
  const members = operation.body === true ? noMembers() : undefined;
  let body: unknown = members;
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    const isQuery = operation.query?.includes(name);
    if (isQuery && Array.isArray(value) && value.length === 0)
      throw new InputError(operation.id, name, "is an empty list");
    const place = inPath.includes(name) ? path : isQuery ? query : operation.header?.includes(name) ? header : members;
    if (place) place[name] = value;
    else if (name === operation.body) body = value;
    else throw new InputError(operation.id, name, "is not one of its inputs");
  }
  return { path, query, header, body };
}

/** Without a prototype, so that a member named `__proto__` is one like any other. */
function noMembers(): Members {
  return Object.create(null);
}
