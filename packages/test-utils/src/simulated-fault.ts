import { hintParts, type Hint } from "./retry-hints.ts";

/**
 * What happens to a simulated request. `none` is handled normally. `refused` finds no connection, `reset` loses it before
 * the request arrives. `lost` and `hung` are handled, but no response arrives. `failed` gets a status and a hint.
 */
export type Fault =
  | { readonly kind: "none" | "refused" | "reset" | "lost" | "hung"; readonly hint: Hint }
  | { readonly kind: "failed"; readonly status: number; readonly hint: Hint; readonly waitMs: number };

/** A response before it becomes a `Response` or goes over a socket. */
export interface SimulatedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** An error response that asks for a delay in one of the forms. */
export function refusal(status: number, hint: Hint, delayMs: number, serverMs: number): SimulatedResponse {
  const { headers, data } = hintParts(hint, delayMs, serverMs);
  return { status, headers, body: { errors: [{ type: "RequestError", message: "no", data }] } };
}

/** The error of a `fetch` without a connection, as Node throws it. */
export function connectionError(kind: Fault["kind"]): TypeError {
  const code = kind === "refused" ? "ECONNREFUSED" : "ECONNRESET";
  return new TypeError("fetch failed", { cause: Object.assign(new Error(kind), { code }) });
}

/** Makes a `Response`. */
export function toResponse({ status, headers, body }: SimulatedResponse): Response {
  return Response.json(body, { status, headers });
}
