import type { RuntimeName } from "./runtimes/runtime.ts";
import { hintNames, type HintName } from "./server/hints.ts";
import type { Misbehaviour } from "./server/misbehave.ts";

/** How calls end that meet a fault. What is not said is a success at the first attempt, the write carried out once. */
export interface Row {
  /** The error that a call ends with when the fault stays, and its status where it has one. */
  readonly throws?: string;
  /** How the excerpt begins that an `InvalidResponseError` has of the body. @default nothing: there was none */
  readonly quotes?: string;
  /** Which calls are made again: those whose repetition does no harm, all of them, or none. */
  readonly retried?: "repeatable" | "all" | "none";
  /** Whether the server does a write before it fails. Where it may or may not, it does: that is the worse case. */
  readonly carriesOut?: boolean;
  /** What passes before each further attempt, in milliseconds by the call's clock; the last goes on. @default the backoff */
  readonly waitsMs?: readonly number[];
  /** How many attempts there are when the fault stays. @default 4 */
  readonly attempts?: number;
  /** The answer, where the fault is one. */
  readonly answers?: { readonly status: number; readonly hint: HintName };
  /** What the runtime itself sends once more, and tells nobody, when the connection ends that it had kept. */
  readonly resends?: readonly string[];
  /** Where it is otherwise, because of the runtime. */
  readonly in?: Readonly<Partial<Record<RuntimeName, Partial<Omit<Row, "in">>>>>;
}

const broken: Row = { throws: "NetworkError", retried: "repeatable" };
const stalled: Row = { throws: "TimeoutError", retried: "repeatable" };
/** A 429 that does not say for how long: the gate stays closed for a second, then for twice as long, until no time is left. */
const untold: Row = { throws: "WaitTooLongError", waitsMs: [1_000, 2_000, 4_000, 8_000, 16_000], attempts: 6 };

function unreadable(quotes = ""): Row {
  return { throws: "InvalidResponseError", quotes, retried: "none" };
}

function redirected(status: number): Row {
  // A page is not told where a redirect leads, nor its status (fetch standard, "opaque-redirect filtered response").
  const chromium = { throws: "ApiError 0" };
  return { throws: `ApiError ${status}`, retried: "none", carriesOut: false, in: { chromium } };
}

function refusedBy(status: number): Row {
  return { throws: `ApiError ${status}`, retried: "none", carriesOut: false };
}

function inNode(row: Row): NonNullable<Row["in"]> {
  return { node20: row, node22: row, node24: row, node26: row };
}

/** No connection came about, but the error does not say so: it may have been any failure. */
const refusedUnnamed: Row = { retried: "repeatable" };

/** RFC 9110, 9.2.2 lets a client send again by itself what is idempotent. Browsers go beyond that, and no option of `fetch` forbids it. */
const kept: Row = {
  ...broken,
  in: {
    bun: { resends: ["GET", "DELETE", "PUT"] },
    deno: { resends: ["GET", "DELETE"] },
    workerd: { resends: ["GET", "DELETE"] },
    chromium: { resends: ["GET", "DELETE", "PUT", "POST"] },
  },
};

/** Faults of the connection and of the body. */
const faults: Readonly<Record<Misbehaviour | "refused", Row>> = {
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
  // What broke off is an error of the connection, and may be tried again. What arrived in full and is wrong would be wrong again.
  "reset-after-headers": broken,
  "reset-in-body": broken,
  "close-in-body": broken,
  "length-too-long": broken,
  "length-too-long-open": stalled,
  "length-too-short": unreadable('{"data":{"'),
  "length-twice": broken,
  "length-untold": {},
  // The end of the connection is the end of the body. Node and Bun take a broken one for that, too.
  "length-untold-reset": { ...broken, in: { ...inNode(unreadable('{"data":{"')), bun: unreadable('{"data":{"') } },
  // Node 20 takes the end of a connection for the end of a body of chunks.
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
  "empty-429": { ...untold, retried: "all", carriesOut: false },
  "gzip-honest": {},
  "gzip-that-is-plain": broken,
  // Node 20 and 22 never tell of a body that cannot be unpacked when it comes after the headers, not even when it is given up.
  "gzip-that-is-plain-later": { ...broken, in: { node20: stalled, node22: stalled } },
  // Node and Chromium take as much as they could unpack for all of it.
  "gzip-cut": { ...unreadable('{"data":{"'), in: { bun: broken, deno: broken, workerd: broken } },
  "redirect-301": redirected(301),
  "redirect-302": redirected(302),
  "redirect-303": redirected(303),
  "redirect-307": redirected(307),
  "redirect-308": redirected(308),
  // Node takes a 100 that it did not ask for, as any server may send it (RFC 9110, 15.2.1), for a broken answer.
  "continue-100": { in: inNode(broken) },
  "early-hints-103": {},
  "many-1xx": {},
  "kept-connection-reset": kept,
  "kept-connection-closed": kept,
};

/** Statuses, each of which comes with every form of hint. */
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

/** What a hint changes, on a 429 and on every other status that is retried. */
const hinted: Readonly<Record<HintName, { readonly on429: Row; readonly else: Row }>> = {
  none: { on429: untold, else: {} },
  "retry-after-seconds": { on429: { waitsMs: [3_000] }, else: { waitsMs: [3_000] } },
  "retry-after-date": { on429: { waitsMs: [3_000] }, else: { waitsMs: [3_000] } },
  "ms-before-next": { on429: { waitsMs: [1_550] }, else: { waitsMs: [1_550] } },
  "rate-limit-reset": { on429: { waitsMs: [3_000] }, else: { waitsMs: [3_050] } },
  "retry-after-ages": { on429: { retried: "none" }, else: { retried: "none" } },
  "retry-after-unreadable": { on429: untold, else: {} },
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
      hintNames.map((hint) => [`${status}-${hint}`, withHint(Number(status), row, hint)]),
    ),
  ),
};

/** A row of the table, as it is in a runtime. @throws {Error} when there is none of that name. */
export function rowIn(runtime: RuntimeName, name: string): Row {
  const row = table[name];
  if (!row) throw new Error(`The table has no row "${name}"`);
  return { ...row, ...row.in?.[runtime] };
}

/** One row of each kind, for the runtimes that do not go through all of them every time. */
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
