import type { Call, Exchange } from "../interceptor.ts";
import type { OperationDescriptor } from "../operation.ts";
import type { RawInit } from "./dispatch.ts";

interface PlainRequestInit {
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Stands in for a `Request` when there is no middleware that could see it, because creating a `Request` is slow. */
export class PlainRequest {
  readonly url: string;
  readonly init: PlainRequestInit;
  /** Read by openapi-fetch. */
  readonly method: string;

  constructor(url: string, init: PlainRequestInit) {
    this.url = url;
    this.init = init;
    this.method = init.method;
  }
}

/** Converts a request of openapi-fetch into the plain data that interceptors see. */
export async function toExchange(
  request: Request | PlainRequest,
  operation: OperationDescriptor,
  call: Call,
  { fetch, parseAs }: RawInit,
): Promise<Exchange> {
  if (request instanceof PlainRequest) {
    const { headers, body, signal } = request.init;
    return { url: request.url, headers: Object.fromEntries(headers), body, operation, signal, call };
  }
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

/** Reads text as text, for interceptors, and everything else as bytes: a form with files cannot be text. */
async function readRequestBody(request: Request): Promise<string | ArrayBuffer | undefined> {
  const isText = /json|text|urlencoded/i.test(`${request.headers.get("content-type")}`);
  const body = isText ? await request.text() : await request.arrayBuffer();
  return (typeof body === "string" ? body.length : body.byteLength) > 0 ? body : undefined;
}
