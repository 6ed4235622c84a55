import type { ProxiedCall } from "../proxied-call.ts";

/** The parts of a response. */
interface ResponseParts {
  readonly status: number;
  /** The value of the JSON body; `undefined` for an empty body. */
  readonly body?: unknown;
  /** The JSON of `body`, if it is already serialized and does not contain the token. */
  readonly json?: Uint8Array<ArrayBuffer> | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Creates a JSON response with `no-store` and the id of the request. Redacts the token in the body and headers. */
export function jsonResponse(
  { status, body, json, headers = {} }: ResponseParts,
  { requestId, redact }: ProxiedCall,
): Response {
  const all: Record<string, string> = { "cache-control": "no-store", "x-request-id": requestId };
  if (body !== undefined) all["content-type"] = "application/json";
  for (const [name, value] of Object.entries(headers)) all[name] = redact(value);
  return new Response(body === undefined ? null : (json ?? redact(JSON.stringify(body))), { status, headers: all });
}
