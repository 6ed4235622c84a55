import type { HeadersOptions } from "openapi-fetch";

/** The options of one openapi-fetch call, without the types of the OpenAPI document. */
export interface RawInit extends Omit<RequestInit, "body" | "headers" | "signal"> {
  readonly params?: { readonly path?: object; readonly query?: object; readonly header?: object };
  readonly body?: unknown;
  readonly headers?: HeadersOptions;
  readonly signal?: AbortSignal | null | undefined;
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly parseAs?: string;
  readonly bodySerializer?: (body: unknown) => unknown;
  readonly querySerializer?: (query: object) => string;
}
