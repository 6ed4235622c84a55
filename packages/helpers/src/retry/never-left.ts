import type { NetworkError } from "@segment-iam/client";

/** Codes of failures that come before a connection exists: nothing of the request can have left. */
const BEFORE_CONNECTION = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"];

/** Whether a failure proves that the server never saw the request, so that repeating it cannot do anything twice. */
export function neverLeft({ cause }: NetworkError): boolean {
  let reason = cause as { code?: unknown; cause?: unknown } | undefined;
  // A chain of causes ends: `NetworkError` copies a few of them.
  while (reason && !BEFORE_CONNECTION.includes(reason.code as string)) reason = reason.cause as typeof reason;
  return reason !== undefined;
}
