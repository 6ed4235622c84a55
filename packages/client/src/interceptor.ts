import type { CallOptions } from "./iam-client.ts";
import type { OperationDescriptor } from "./operation-descriptor.ts";

/** State that all attempts of one call share. */
export interface CallState {
  /** The options of the call. */
  readonly options: CallOptions;
  /** How many times the request has been sent. */
  attempts: number;
  /** The time left for the call, including all attempts and waits, in milliseconds; `undefined` without a limit. */
  timeLeftMs?: () => number;
}

/**
 * The request of one attempt as plain data, so that it can be sent any number of times.
 *
 * To change it, pass on a copy: `next({ ...context, headers: { ...context.headers, "x-trace": id } })`.
 */
export interface RequestContext {
  /** The whole URL, including the query. */
  readonly url: string;
  /** The headers, with names in lower case. The token is added later. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The body, if any. JSON, text and URL-encoded forms are a string. In raw calls and with middleware, any other body is an
   * `ArrayBuffer`.
   */
  readonly body: string | ArrayBuffer | Blob | FormData | undefined;
  /** The operation. Its `method` is the method of this request. The id of a raw call is its method and path template: `GET /users`. */
  readonly operation: OperationDescriptor;
  /** The signal that aborts the call. */
  readonly signal: AbortSignal | undefined;
  /** State that all attempts of this call share. */
  readonly call: CallState;
  /** Further options for `fetch`, such as `credentials`, from a raw call or from middleware. */
  readonly fetchOptions?: RequestInit;
  /** Replaces the client's `fetch` for this call. It is the `fetch` option of a raw call. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Whether the body of the response is read as bytes instead of text. An operation that returns a `Blob` always reads bytes. @default false */
  readonly isBinary?: boolean;
}

/** Sends a request. The body of the response has been read to its end: `readBodyText(response)` returns it. */
export type Handler = (context: RequestContext) => Promise<Response>;

/** Wraps a handler. It may change the request, wait, resend the request, or return its own response. */
export type Interceptor = (next: Handler) => Handler;
