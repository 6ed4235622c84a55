import type { OperationMatch } from "@segment-iam/client";
import type { Redact } from "./response/create-redact.ts";

/**
 * The input of an operation: one object with its parameters and body members. Values are not validated.
 *
 * Parameters are strings, or objects and arrays of strings: `pagination.count=3` becomes `{ pagination: { count: "3" } }`.
 * Form fields are strings too. A field that occurs once is a string, even if the API expects an array.
 * Files are `File` objects. An object in a multipart form is a `File` too, because it is sent as a JSON part.
 */
export type ProxyInput = Readonly<Record<string, unknown>>;

/** Matches an id that is safe in a header and in a log. */
const SAFE_ID = /^[\w.:/+=@~-]{1,128}$/;

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

/** Returns the id in the header `x-request-id`, or a new UUID if the header is missing, too long or has unsafe characters. */
function readRequestId(request: Request): string {
  try {
    const id = request.headers.get("x-request-id");
    if (id !== null && SAFE_ID.test(id)) return id;
  } catch {
    // The `Request` of an adapter may have no headers.
  }
  return crypto.randomUUID();
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
