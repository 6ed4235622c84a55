import type { HttpFault } from "@segment-iam/test-utils/http-faults";
import { retryHints, type RetryHintName } from "./retry-hints.ts";
import type { RuntimeName } from "./runtimes/runtime.ts";

/** The expected outcome of calls with a fault. @default a success at the first attempt, with the write applied once */
export interface Row {
  /** The name and the status, if any, of the error when every request gets the fault. */
  readonly throws?: string;
  /** The start of the excerpt of an `InvalidResponseError`. @default "" */
  readonly excerpt?: string;
  /** The calls that are retried. @default "none" */
  readonly retried?: "idempotent" | "all" | "none";
  /** Whether the server applies a write before it fails. @default true, the worse case */
  readonly appliesWrite?: boolean;
  /** The waits before retries in milliseconds of the virtual clock. The last one repeats. @default the backoff */
  readonly waitsMs?: readonly number[];
  /** The number of attempts when every request gets the fault. @default 4 */
  readonly attempts?: number;
  /** The response, if the fault is a status. */
  readonly response?: { readonly status: number; readonly hint: RetryHintName };
  /** The methods that the runtime resends when a reused connection closes. */
  readonly resentMethods?: readonly string[];
  /** Overrides for runtimes that differ. */
  readonly runtimes?: Readonly<Partial<Record<RuntimeName, Partial<Omit<Row, "runtimes">>>>>;
}

const broken: Row = { throws: "NetworkError", retried: "idempotent" };
const stalled: Row = { throws: "CallTimeoutError", retried: "idempotent" };
/** A 429 without a hint blocks the queue for 1 s. Each further one doubles the wait, until it exceeds the deadline. */
const withoutHint: Row = {
  throws: "WaitTooLongError",
  waitsMs: [1_000, 2_000, 4_000, 8_000, 16_000],
  attempts: 6,
};

function invalidResponse(excerpt = ""): Row {
  return { throws: "InvalidResponseError", excerpt, retried: "none" };
}

function redirected(status: number): Row {
  // A page sees neither the target nor the status of a redirect (Fetch standard, "opaque-redirect filtered response").
  const chromium = { throws: "ApiError 0" };
  return { throws: `ApiError ${status}`, retried: "none", appliesWrite: false, runtimes: { chromium } };
}

function rejectedWith(status: number): Row {
  return { throws: `ApiError ${status}`, retried: "none", appliesWrite: false };
}

function inNode(row: Row): NonNullable<Row["runtimes"]> {
  return { node20: row, node22: row, node24: row, node26: row };
}

/** The runtime's error does not identify a refused connection, so the request may have been sent. */
const connectionErrorUnknown: Row = { retried: "idempotent" };

/** RFC 9110, 9.2.2 lets a client resend idempotent requests. Browsers resend all, and no option of `fetch` prevents it. */
const keepAlive: Row = {
  ...broken,
  runtimes: {
    bun: { resentMethods: ["GET", "DELETE", "PUT"] },
    deno: { resentMethods: ["GET", "DELETE"] },
    workerd: { resentMethods: ["GET", "DELETE"] },
    chromium: { resentMethods: ["GET", "DELETE", "PUT", "POST"] },
  },
};

/** Faults of connections and bodies. */
const faults: Readonly<Record<HttpFault | "connection-refused", Row>> = {
  "connection-refused": {
    throws: "NetworkError",
    retried: "all",
    appliesWrite: false,
    runtimes: { deno: connectionErrorUnknown, workerd: connectionErrorUnknown, chromium: connectionErrorUnknown },
  },
  "reset-before-headers": broken,
  "close-before-headers": broken,
  "not-http": broken,
  "stall-before-headers": stalled,
  "stall-in-headers": stalled,
  "stall-in-body": stalled,
  "slow-drip": stalled,
  "drip-in-time": {},
  // An incomplete response is a connection error and is retried. A complete but invalid response is not retried.
  "reset-after-headers": broken,
  "reset-in-body": broken,
  "close-in-body": broken,
  "length-too-long": broken,
  "length-too-long-open": stalled,
  "length-too-short": invalidResponse('{"data":{"'),
  "length-twice": broken,
  "length-missing": {},
  // Without a length, the body ends when the connection closes. Node and Bun accept a reset, too.
  "length-missing-reset": {
    ...broken,
    runtimes: { ...inNode(invalidResponse('{"data":{"')), bun: invalidResponse('{"data":{"') },
  },
  // Node 20 accepts a closed connection as the end of a chunked body.
  "chunks-cut": { ...broken, runtimes: { node20: invalidResponse('{"data":{"') } },
  "chunks-garbled": broken,
  "truncated-json": invalidResponse('{"data":{"'),
  "html-200": { ...invalidResponse("<h1>Sign i"), appliesWrite: false },
  "html-502": { throws: "ApiError 502", retried: "idempotent" },
  "json-as-html": invalidResponse('{"data":{"'),
  "json-untyped": {},
  "empty-200": invalidResponse(),
  "no-content": invalidResponse(),
  "no-data": invalidResponse("{}"),
  "null-body": invalidResponse("null"),
  "errors-in-200": invalidResponse('{"errors":'),
  "empty-429": { ...withoutHint, retried: "all", appliesWrite: false },
  "gzip-honest": {},
  "gzip-that-is-plain": broken,
  // Node 20 and 22 never report a gzip error after the headers, not even on an abort.
  "gzip-that-is-plain-later": { ...broken, runtimes: { node20: stalled, node22: stalled } },
  // Node and Chromium return the part that they could decompress.
  "gzip-cut": { ...invalidResponse('{"data":{"'), runtimes: { bun: broken, deno: broken, workerd: broken } },
  "redirect-301": redirected(301),
  "redirect-302": redirected(302),
  "redirect-303": redirected(303),
  "redirect-307": redirected(307),
  "redirect-308": redirected(308),
  // Node rejects an unexpected 100, although any server may send one (RFC 9110, 15.2.1).
  "continue-100": { runtimes: inNode(broken) },
  "early-hints-103": {},
  "many-1xx": {},
  "kept-connection-reset": keepAlive,
  "kept-connection-closed": keepAlive,
};

/** Statuses. Each one is combined with every retry hint. */
const statuses: Readonly<Record<number, Row>> = {
  400: rejectedWith(400),
  401: rejectedWith(401),
  403: rejectedWith(403),
  404: rejectedWith(404),
  408: { throws: "ApiError 408", retried: "idempotent" },
  409: rejectedWith(409),
  413: rejectedWith(413),
  422: rejectedWith(422),
  429: { throws: "ApiError 429", retried: "all", appliesWrite: false, attempts: 9 },
  500: { throws: "ApiError 500", retried: "idempotent" },
  501: { throws: "ApiError 501", retried: "none" },
  502: { throws: "ApiError 502", retried: "idempotent" },
  503: { throws: "ApiError 503", retried: "idempotent" },
  504: { throws: "ApiError 504", retried: "idempotent" },
};

/** The effect of a retry hint on a 429, and on other statuses that are retried. */
const hintEffects: Readonly<Record<RetryHintName, { readonly on429: Row; readonly onOthers: Row }>> = {
  none: { on429: withoutHint, onOthers: {} },
  "retry-after-seconds": { on429: { waitsMs: [3_000] }, onOthers: { waitsMs: [3_000] } },
  "retry-after-date": { on429: { waitsMs: [3_000] }, onOthers: { waitsMs: [3_000] } },
  "ms-before-next": { on429: { waitsMs: [1_550] }, onOthers: { waitsMs: [1_550] } },
  "rate-limit-reset": { on429: { waitsMs: [3_000] }, onOthers: { waitsMs: [3_050] } },
  "retry-after-10-minutes": { on429: { retried: "none" }, onOthers: { retried: "none" } },
  "retry-after-invalid": { on429: withoutHint, onOthers: {} },
  "x-should-retry-false": { on429: { retried: "none" }, onOthers: { retried: "none" } },
};

function withHint(status: number, row: Row, hint: RetryHintName): Row {
  const change = row.retried === "none" ? {} : status === 429 ? hintEffects[hint].on429 : hintEffects[hint].onOthers;
  return { ...row, ...change, response: { status, hint } };
}

/** All rows by name. */
export const faultTable: Readonly<Record<string, Row>> = {
  ...faults,
  ...Object.fromEntries(
    Object.entries(statuses).flatMap(([status, row]) =>
      (Object.keys(retryHints) as RetryHintName[]).map((hint) => [
        `${status}-${hint}`,
        withHint(Number(status), row, hint),
      ]),
    ),
  ),
};

/** Returns a row with the overrides of a runtime. @throws {Error} When the table has no such row. */
export function rowIn(runtime: RuntimeName, name: string): Row {
  const row = faultTable[name];
  if (!row) throw new Error(`Unknown row "${name}" of the fault table`);
  return { ...row, ...row.runtimes?.[runtime] };
}
