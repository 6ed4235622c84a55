import { InputError } from "../errors/input-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import type { Exchange } from "../transport/exchange.ts";
import { dottedQuery } from "./dotted-query.ts";
import { expandPath } from "./expand-path.ts";
import { readHeaders } from "./read-headers.ts";

type Members = Record<string, unknown>;

/** Where requests of a client go, and what all of them say. */
export interface RequestDefaults {
  readonly baseUrl: string;
  /** The media type of bodies, and the one to ask for, where the operation has no others. */
  readonly mediaType: string;
  /** Further headers, their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Makes the request of one call: each member of the flat input goes where the operation says, into the path, the query, a header or
 * the body.
 *
 * @throws {InputError} for an empty list in the query (it would vanish, and so ask for something else), for a member the operation
 *   does not have, and for a path parameter or a header that cannot be sent as it is.
 */
export function buildRequest(
  { baseUrl, mediaType, headers }: RequestDefaults,
  operation: OperationDescriptor,
  input: object,
  callHeaders: Readonly<Record<string, string>> | undefined,
): Pick<Exchange, "url" | "headers" | "body"> {
  const fail = (name: string, reason: string) => new InputError(operation.id, name, reason);
  const query: Members = {};
  const header: Members = {};
  // Without a prototype, so that a member named `__proto__` is one like any other.
  const members: Members | undefined = operation.body === true ? Object.create(null) : undefined;
  let body: unknown = members;
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || operation.path.includes(`{${name}}`)) continue;
    const isQuery = operation.query?.includes(name);
    if (isQuery && Array.isArray(value) && !value.length) throw fail(name, "is an empty list");
    const place = isQuery ? query : operation.header?.includes(name) ? header : members;
    if (place) place[name] = value;
    else if (name === operation.body) body = value;
    else throw fail(name, "is not one of its inputs");
  }
  const search = dottedQuery(query);
  return {
    url: baseUrl + expandPath(operation, input) + (search && `?${search}`),
    headers: {
      accept: operation.accept ?? mediaType,
      ...(body !== undefined && { "content-type": operation.contentType ?? mediaType }),
      ...headers,
      ...((operation.header || callHeaders) && readHeaders({ ...header, ...callHeaders }, operation.id)),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}
