import { hintParts, type Hint } from "./retry-hints.ts";

/**
 * The fault of a simulated request:
 *
 * - `none`: it gets a normal response.
 * - `refused`: the connection is refused.
 * - `reset`: the connection is reset before the request arrives.
 * - `lost`: it is handled, and the connection is lost before the response arrives.
 * - `hung`: it is handled, and the response never arrives.
 * - `failed`: it gets an error response with a status and a hint.
 */
export type Fault =
  | { readonly kind: "none" | "refused" | "reset" | "lost" | "hung"; readonly hint: Hint }
  | { readonly kind: "failed"; readonly status: number; readonly hint: Hint; readonly waitMs: number };

/** The data of a response, to create a `Response` from or to send over a socket. */
export interface SimulatedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** Creates an error response that states a delay in the place that `hint` names. */
export function errorResponse(status: number, hint: Hint, delayMs: number, serverMs: number): SimulatedResponse {
  const { headers, data } = hintParts(hint, delayMs, serverMs);
  return { status, headers, body: { errors: [{ type: "RequestError", message: "no", data }] } };
}

/** Creates the error that Node's `fetch` throws without a connection. */
export function connectionError(kind: Fault["kind"]): TypeError {
  const code = kind === "refused" ? "ECONNREFUSED" : "ECONNRESET";
  return new TypeError("fetch failed", { cause: Object.assign(new Error(kind), { code }) });
}

/** Converts the data to a `Response`. */
export function toResponse({ status, headers, body }: SimulatedResponse): Response {
  return Response.json(body, { status, headers });
}
