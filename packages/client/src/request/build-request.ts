import type { OperationDescriptor } from "../operation-descriptor.ts";
import { dottedQuery } from "./dotted-query.ts";
import { expandPath } from "./expand-path.ts";
import type { SplitInput } from "./split-input.ts";

/** Where requests of a client go, and what all of them say. */
export interface RequestDefaults {
  readonly baseUrl: string;
  /** The media type of bodies, and the one to ask for, where the operation has no others. */
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>> | undefined;
}

/** Makes the request of one call. @throws {InputError} when a path parameter is missing or would change the path. */
export function buildRequest(
  { baseUrl, mediaType, headers: defaultHeaders }: RequestDefaults,
  operation: OperationDescriptor,
  { path, query, header, body }: SplitInput,
  headers: Readonly<Record<string, string>> | undefined,
): Request {
  const search = dottedQuery(query);
  return new Request(`${baseUrl}${expandPath(operation, path)}${search && `?${search}`}`, {
    method: operation.method,
    headers: {
      accept: operation.accept ?? mediaType,
      ...(body !== undefined && { "content-type": operation.contentType ?? mediaType }),
      ...defaultHeaders,
      ...header,
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
}
