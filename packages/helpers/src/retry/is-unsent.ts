import type { NetworkError } from "@segment-iam/client";

/** Codes of failures that come before a connection exists: nothing of the request can have left. */
const BEFORE_CONNECTION: readonly (string | undefined)[] = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
];

/** Whether a failure proves that the server never saw the request, so that repeating it cannot do anything twice. */
export function isUnsent({ cause }: NetworkError): boolean {
  return BEFORE_CONNECTION.includes(cause?.code);
}
