import type { CallOptions } from "../call-options.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";

/** What all attempts of one call share. */
export interface Call {
  /** The options the caller gave. */
  readonly options: CallOptions;
  /** How many times the request was sent so far. */
  attempts: number;
}

/** One attempt on its way to the server. */
export interface Exchange {
  /** The request. Clone it before sending it when it may have to be sent again: a body can be read once. */
  readonly request: Request;
  /** The operation; for a raw call such as `iam.GET("/users")` its id is `GET /users`. */
  readonly operation: OperationDescriptor;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
  /** What all attempts of this call share. */
  readonly call: Call;
}

/** Sends an exchange and answers with a response whose body has arrived in full. */
export type Handler = (exchange: Exchange) => Promise<Response>;

/** A layer around a handler: it may change the request, wait, send again, or answer by itself. */
export type Interceptor = (next: Handler) => Handler;
