import type { CallState, RequestContext } from "../interceptor.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import type { RawInit } from "../raw-init.ts";

/** Replaces `Request` when no middleware needs one, because creating `Request` and `Headers` is slow. */
export class PlainRequest {
  declare readonly url: string;
  declare readonly body: RequestContext["body"];
  declare readonly signal: RequestContext["signal"];
  declare readonly plainHeaders: RequestContext["headers"];

  /** @param init the options that openapi-fetch passes to the constructor of a `Request` */
  constructor(url: string, init: object) {
    Object.assign(this, init, { url });
  }
}

/** Converts a request of openapi-fetch into the plain data that interceptors see. */
export async function toRequestContext(
  request: Request | PlainRequest,
  operation: OperationDescriptor,
  call: CallState,
  { fetch, parseAs }: RawInit,
): Promise<RequestContext> {
  const { url } = request;
  if (request instanceof PlainRequest) {
    const { plainHeaders: headers, body, signal } = request;
    return { url, headers, body, operation, signal, call };
  }
  const { method, headers, signal } = request;
  const { cache, credentials, integrity, keepalive, mode, referrer, referrerPolicy } = request;
  return {
    url,
    headers: Object.fromEntries(headers),
    body: await readRequestBody(request),
    // Middleware may have changed the method.
    operation: method === operation.method ? operation : { ...operation, method },
    signal,
    call,
    fetchOptions: { cache, credentials, integrity, keepalive, mode, referrer, referrerPolicy },
    fetch,
    isBinary: parseAs !== undefined && parseAs !== "json" && parseAs !== "text",
  };
}

/** Returns text as a string, so that interceptors can read it, and any other body as bytes. */
async function readRequestBody(request: Request): Promise<string | ArrayBuffer | undefined> {
  // Match only the media type, because the boundary after it may contain any word.
  const isText = /^[^;]*(json|text|urlencoded)/i.test(`${request.headers.get("content-type")}`);
  const body = isText ? await request.text() : await request.arrayBuffer();
  return (typeof body === "string" ? body.length : body.byteLength) > 0 ? body : undefined;
}
