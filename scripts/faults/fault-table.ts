import type { HttpFault } from "@segment-iam/test-utils/http-faults";
import { hints, type HintName } from "./retry-hints.ts";
import type { RuntimeName } from "./runtimes/runtime.ts";

/** How calls with a fault end. @default a success at the first attempt, with the write carried out once */
export interface Row {
  /** The error of a call when the fault lasts, with its status if it has one. */
  readonly throws?: string;
  /** The start of the excerpt of an `InvalidResponseError`. @default an empty body */
  readonly quotes?: string;
  /** Which calls are retried: idempotent ones, all, or none. */
  readonly retried?: "repeatable" | "all" | "none";
  /** Whether the server does a write before it fails. If either is possible, it does: that is the worse case. */
  readonly carriesOut?: boolean;
  /** The waits before further attempts, on the clock of the call. The last one repeats. @default the backoff */
  readonly waitsMs?: readonly number[];
  /** The number of attempts when the fault lasts. @default 4 */
  readonly attempts?: number;
  /** The response, if the fault is a status. */
  readonly answers?: { readonly status: number; readonly hint: HintName };
  /** The methods that the runtime itself repeats when a kept connection ends. */
  readonly resends?: readonly string[];
  /** Differences of runtimes. */
  readonly in?: Readonly<Partial<Record<RuntimeName, Partial<Omit<Row, "in">>>>>;
}

const broken: Row = { throws: "NetworkError", retried: "repeatable" };
const stalled: Row = { throws: "TimeoutError", retried: "repeatable" };
/** A 429 without a hint: the queue closes for a second, then for twice as long each time, until no time is left. */
const unhinted: Row = { throws: "WaitTooLongError", waitsMs: [1_000, 2_000, 4_000, 8_000, 16_000], attempts: 6 };

function unreadable(quotes = ""): Row {
  return { throws: "InvalidResponseError", quotes, retried: "none" };
}

function redirected(status: number): Row {
  // A page sees neither the target nor the status of a redirect (Fetch standard, "opaque-redirect filtered response").
  const chromium = { throws: "ApiError 0" };
  return { throws: `ApiError ${status}`, retried: "none", carriesOut: false, in: { chromium } };
}

function refusedBy(status: number): Row {
  return { throws: `ApiError ${status}`, retried: "none", carriesOut: false };
}

function inNode(row: Row): NonNullable<Row["in"]> {
  return { node20: row, node22: row, node24: row, node26: row };
}

/** The error does not say that the connection was refused, so it may be any failure. */
const refusedUnnamed: Row = { retried: "repeatable" };

/** RFC 9110, 9.2.2 lets a client repeat idempotent requests. Browsers repeat any, and no option of `fetch` forbids it. */
const kept: Row = {
  ...broken,
  in: {
    bun: { resends: ["GET", "DELETE", "PUT"] },
    deno: { resends: ["GET", "DELETE"] },
    workerd: { resends: ["GET", "DELETE"] },
    chromium: { resends: ["GET", "DELETE", "PUT", "POST"] },
  },
};

/** Faults of connections and bodies. */
const faults: Readonly<Record<HttpFault | "refused", Row>> = {
  refused: {
    throws: "NetworkError",
    retried: "all",
    carriesOut: false,
    in: { deno: refusedUnnamed, workerd: refusedUnnamed, chromium: refusedUnnamed },
  },
  "reset-before-headers": broken,
  "close-before-headers": broken,
  "not-http": broken,
  "stall-before-headers": stalled,
  "stall-in-headers": stalled,
  "stall-in-body": stalled,
  "slow-drip": stalled,
  "drip-in-time": {},
  // A response that breaks off is a connection error, which is retried. A complete response that is wrong is not.
  "reset-after-headers": broken,
  "reset-in-body": broken,
  "close-in-body": broken,
  "length-too-long": broken,
  "length-too-long-open": stalled,
  "length-too-short": unreadable('{"data":{"'),
  "length-twice": broken,
  "length-untold": {},
  // The end of the connection is the end of the body. Node and Bun accept a reset as the end, too.
  "length-untold-reset": { ...broken, in: { ...inNode(unreadable('{"data":{"')), bun: unreadable('{"data":{"') } },
  // Node 20 accepts the end of the connection as the end of a chunked body.
  "chunks-cut": { ...broken, in: { node20: unreadable('{"data":{"') } },
  "chunks-garbled": broken,
  "truncated-json": unreadable('{"data":{"'),
  "html-200": { ...unreadable("<h1>Sign i"), carriesOut: false },
  "html-502": { throws: "ApiError 502", retried: "repeatable" },
  "json-as-html": unreadable('{"data":{"'),
  "json-untyped": {},
  "empty-200": unreadable(),
  "no-content": unreadable(),
  "no-data": unreadable("{}"),
  "null-body": unreadable("null"),
  "errors-in-200": unreadable('{"errors":'),
  "empty-429": { ...unhinted, retried: "all", carriesOut: false },
  "gzip-honest": {},
  "gzip-that-is-plain": broken,
  // Node 20 and 22 never report a gzip error that comes after the headers, not even on an abort.
  "gzip-that-is-plain-later": { ...broken, in: { node20: stalled, node22: stalled } },
  // Node and Chromium return what they could decompress.
  "gzip-cut": { ...unreadable('{"data":{"'), in: { bun: broken, deno: broken, workerd: broken } },
  "redirect-301": redirected(301),
  "redirect-302": redirected(302),
  "redirect-303": redirected(303),
  "redirect-307": redirected(307),
  "redirect-308": redirected(308),
  // Node rejects a 100 that it did not ask for, although any server may send one (RFC 9110, 15.2.1).
  "continue-100": { in: inNode(broken) },
  "early-hints-103": {},
  "many-1xx": {},
  "kept-connection-reset": kept,
  "kept-connection-closed": kept,
};

/** Statuses. Each one occurs with every hint. */
const statuses: Readonly<Record<number, Row>> = {
  400: refusedBy(400),
  401: refusedBy(401),
  403: refusedBy(403),
  404: refusedBy(404),
  408: { throws: "ApiError 408", retried: "repeatable" },
  409: refusedBy(409),
  413: refusedBy(413),
  422: refusedBy(422),
  429: { throws: "ApiError 429", retried: "all", carriesOut: false, attempts: 9 },
  500: { throws: "ApiError 500", retried: "repeatable" },
  501: { throws: "ApiError 501", retried: "none" },
  502: { throws: "ApiError 502", retried: "repeatable" },
  503: { throws: "ApiError 503", retried: "repeatable" },
  504: { throws: "ApiError 504", retried: "repeatable" },
};

/** The effect of a hint on a 429, and on other statuses that are retried. */
const hinted: Readonly<Record<HintName, { readonly on429: Row; readonly else: Row }>> = {
  none: { on429: unhinted, else: {} },
  "retry-after-seconds": { on429: { waitsMs: [3_000] }, else: { waitsMs: [3_000] } },
  "retry-after-date": { on429: { waitsMs: [3_000] }, else: { waitsMs: [3_000] } },
  "ms-before-next": { on429: { waitsMs: [1_550] }, else: { waitsMs: [1_550] } },
  "rate-limit-reset": { on429: { waitsMs: [3_000] }, else: { waitsMs: [3_050] } },
  "retry-after-ages": { on429: { retried: "none" }, else: { retried: "none" } },
  "retry-after-unreadable": { on429: unhinted, else: {} },
  "do-not-retry": { on429: { retried: "none" }, else: { retried: "none" } },
};

function withHint(status: number, row: Row, hint: HintName): Row {
  const change = row.retried === "none" ? {} : status === 429 ? hinted[hint].on429 : hinted[hint].else;
  return { ...row, ...change, answers: { status, hint } };
}

/** Every row, by name. */
export const table: Readonly<Record<string, Row>> = {
  ...faults,
  ...Object.fromEntries(
    Object.entries(statuses).flatMap(([status, row]) =>
      (Object.keys(hints) as HintName[]).map((hint) => [`${status}-${hint}`, withHint(Number(status), row, hint)]),
    ),
  ),
};

/** A row of the table in a runtime. @throws {Error} when the table has no such row */
export function rowIn(runtime: RuntimeName, name: string): Row {
  const row = table[name];
  if (!row) throw new Error(`The table has no row "${name}"`);
  return { ...row, ...row.in?.[runtime] };
}

/** One row of each kind, for runtimes that do not run the whole table every time. */
export const smokeRows: readonly string[] = [
  "refused",
  "reset-before-headers",
  "stall-in-headers",
  "stall-in-body",
  "reset-in-body",
  "chunks-cut",
  "truncated-json",
  "html-502",
  "empty-429",
  "no-data",
  "gzip-that-is-plain-later",
  "redirect-307",
  "early-hints-103",
  "kept-connection-closed",
  "422-none",
  "429-ms-before-next",
  "503-retry-after-seconds",
  "503-do-not-retry",
];
