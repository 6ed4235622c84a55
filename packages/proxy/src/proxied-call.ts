import type { OperationMatch } from "@segment-iam/client";
import type { ProxyInput } from "./iam-proxy-options.ts";
import { readRequestId } from "./request/request-id.ts";
import type { Redact } from "./response/redact-token.ts";

/** The state of a request in the proxy. Each step of the proxy adds its result. */
export interface ProxiedCall {
  readonly request: Request;
  readonly requestId: string;
  /** When the request arrived, in milliseconds of the monotonic clock. */
  readonly startMs: number;
  /** Replaces the token of this call in text. */
  redact: Redact;
  method: string;
  isHealthCheck: boolean;
  match?: OperationMatch;
  input?: ProxyInput;
  actor?: string | undefined;
}

/** Creates the initial state of a request. Does not throw. @param redact replaces the token if it is known before the call */
export function createProxiedCall(request: Request, redact: Redact): ProxiedCall {
  const startMs = performance.now();
  return {
    request,
    requestId: redact(readRequestId(request)),
    startMs,
    redact,
    method: "",
    isHealthCheck: false,
  };
}

/** Returns the signal that aborts a request. Some adapters have no signal, or one without listeners. */
export function signalOf({ signal }: Request): AbortSignal | undefined {
  const { addEventListener, removeEventListener } = Object(signal);
  return addEventListener && removeEventListener ? signal : undefined;
}

/** Returns whether the caller aborted the request. Does not throw. */
export function isAborted({ request }: ProxiedCall): boolean {
  try {
    return request.signal.aborted;
  } catch {
    return false;
  }
}
