import type { CallOptions } from "../call-options.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";

/** What all attempts of one call share. */
export interface Call {
  /** The options the caller gave. */
  readonly options: CallOptions;
  /** How many times the request was sent so far. */
  attempts: number;
  /** How long the call may still take, all attempts and waits included, in milliseconds; `undefined` where nobody set a limit. */
  timeLeftMs?: () => number;
}

/**
 * One attempt on its way to the server: a request as plain data, so that it can be sent any number of times.
 *
 * To change it, hand on a copy: `next({ ...exchange, headers: { ...exchange.headers, "x-trace": id } })`.
 */
export interface Exchange {
  /** The whole address, query included. */
  readonly url: string;
  /** The headers, their names in lower case. The token is put on later. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body; `undefined` for none. */
  readonly body: string | undefined;
  /** The operation, whose `method` is the request's; for a raw call such as `iam.GET("/users")` its id is `GET /users`. */
  readonly operation: OperationDescriptor;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
  /** What all attempts of this call share. */
  readonly call: Call;
}

/** Sends an exchange. The body of the response it answers with has been read to its end: `bodyText(response)` has it. */
export type Handler = (exchange: Exchange) => Promise<Response>;

/** A layer around a handler: it may change the request, wait, send again, or answer by itself. */
export type Interceptor = (next: Handler) => Handler;
