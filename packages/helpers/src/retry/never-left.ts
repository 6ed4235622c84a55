import type { NetworkError } from "@segment-iam/client";

/** Codes of failures that come before a connection exists: nothing of the request can have left. */
const BEFORE_CONNECTION = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"];

/** How far down a chain of causes is looked: `fetch` nests two or three, and a chain may be a circle. */
const MAX_DEPTH = 8;

/** Whether a failure proves that the server never saw the request, so that repeating it cannot do anything twice. */
export function neverLeft({ cause }: NetworkError): boolean {
  let reason = cause as { code?: unknown; cause?: unknown } | null | undefined;
  for (let depth = 0; depth < MAX_DEPTH && reason; depth += 1) {
    if (BEFORE_CONNECTION.includes(reason.code as string)) return true;
    reason = reason.cause as typeof reason;
  }
  return false;
}
