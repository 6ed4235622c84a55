import { InputError } from "../errors/input-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import type { Exchange } from "../transport/exchange.ts";
import { dottedQuery } from "./dotted-query.ts";
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
 * @throws {InputError} for a list in the query that is empty or has an empty item (it would vanish, and so ask for something else),
 *   for a missing list that bulk work splits, for a member the operation does not have, and for a parameter or a header that cannot be
 *   sent as it is.
 */
export function buildRequest(
  { baseUrl, mediaType, headers }: RequestDefaults,
  operation: OperationDescriptor,
  input: object,
  callHeaders: Readonly<Record<string, string>> | undefined,
): Pick<Exchange, "url" | "headers" | "body"> {
  const fail = (name: string, reason: string) => new InputError(operation.id, name, reason);
  const header: Members = {};
  // Without a prototype, so that a member named `__proto__` is one like any other.
  const members: Members | undefined = operation.body === true ? Object.create(null) : undefined;
  let { path, list = "" } = operation;
  let query = "";
  let body: unknown = members;
  for (const [name, value] of Object.entries(input)) {
    const parameter = `{${name}}`;
    if (value === undefined) continue;
    const isInPath = path.includes(parameter);
    if (isInPath || operation.query?.includes(name)) {
      let text;
      try {
        text = isInPath ? encodeURIComponent(value ?? "") : dottedQuery(name, value);
      } catch {
        // Half a surrogate pair, of a text cut in the middle, is no character.
        throw fail(name, "cannot be encoded");
      }
      // `.` and `..` survive encoding, and every URL parser would resolve them to another path (RFC 3986, 5.2.4).
      if (isInPath ? /^\.{0,2}$/.test(text) : !text && (Array.isArray(value) || name === list))
        throw fail(name, `cannot be ${text || "empty"}`);
      if (isInPath) path = path.replaceAll(parameter, text);
      else query += text;
    } else if (operation.header?.includes(name)) header[name] = value;
    else if (members) members[name] = value;
    else if (name === operation.body) body = value;
    else throw fail(name, "is not an input");
  }
  // Encoded values have no braces: what is left was not given.
  const missing = /\{(.*?)\}/.exec(path)?.[1] ?? ((input as Members)[list] ? undefined : list);
  if (missing) throw fail(missing, "cannot be empty");
  return {
    url: baseUrl + path + query.replace("&", "?"),
    headers: {
      accept: operation.accept ?? mediaType,
      ...(body !== undefined && { "content-type": operation.contentType ?? mediaType }),
      ...headers,
      ...readHeaders({ ...header, ...callHeaders }, fail),
    },
    body: JSON.stringify(body),
  };
}
