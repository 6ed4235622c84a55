import { InputError } from "../errors/input-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import type { Exchange } from "../transport/exchange.ts";
import { dottedQuery } from "./dotted-query.ts";
import { expandPath } from "./expand-path.ts";
import type { PlacedInput } from "./place-input.ts";
import { readHeaders } from "./read-headers.ts";

/** Where requests of a client go, and what all of them say. */
export interface RequestDefaults {
  readonly baseUrl: string;
  /** The media type of bodies, and the one to ask for, where the operation has no others. */
  readonly mediaType: string;
  /** Further headers, their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes the request of one call. @throws {InputError} for a path parameter or a header that cannot be sent as it is. */
export function buildRequest(
  { baseUrl, mediaType, headers: defaultHeaders }: RequestDefaults,
  operation: OperationDescriptor,
  { path, query, header, body }: PlacedInput,
  headers: Readonly<Record<string, string>> | undefined,
): Pick<Exchange, "url" | "headers" | "body"> {
  const search = dottedQuery(query);
  const fail = (name: string, reason: string) => new InputError(operation.id, name, reason);
  return {
    url: `${baseUrl}${expandPath(operation, path)}${search && `?${search}`}`,
    headers: {
      accept: operation.accept ?? mediaType,
      ...(body !== undefined && { "content-type": operation.contentType ?? mediaType }),
      ...defaultHeaders,
      ...readHeaders({ ...header, ...headers }, fail),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}
