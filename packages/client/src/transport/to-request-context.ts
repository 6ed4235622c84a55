import type { CallState, RequestContext } from "../interceptor.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import type { RawInit } from "../raw-init.ts";

/** The options that openapi-fetch passes to the constructor of a request. */
interface PlainRequestInit {
  readonly method: string;
  readonly plainHeaders: Readonly<Record<string, string>>;
  readonly body: RequestContext["body"];
  readonly signal: AbortSignal | undefined;
}

/** Replaces `Request` when no middleware needs one, because creating `Request` and `Headers` is slow. */
export class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly init: PlainRequestInit;

  constructor(url: string, init: PlainRequestInit) {
    this.url = url;
    this.method = init.method;
    this.init = init;
  }

  toRequestContext(operation: OperationDescriptor, call: CallState): RequestContext {
    const { plainHeaders, body, signal } = this.init;
    return { url: this.url, headers: plainHeaders, body, operation, signal, call };
  }
}

/** Converts a `Request` into the plain data that interceptors see. */
export async function toRequestContext(
  request: Request,
  operation: OperationDescriptor,
  call: CallState,
  { fetch, parseAs }: RawInit,
): Promise<RequestContext> {
  const { url, method, headers, signal } = request;
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
