import type { RuntimeName } from "./runtimes/runtime-names.ts";
import { hintNames, type HintName } from "./server/hints.ts";
import type { Misbehaviour } from "./server/misbehave.ts";

/** How calls end that meet a fault. What is not said is a success at the first attempt, the write carried out once. */
export interface Row {
  /** The error that a call ends with when the fault stays, and its status where it has one. */
  readonly throws?: string;
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
  /** How many requests a runtime makes of one by itself. @default 1 */
  readonly doubled?: number;
  /** Where it is otherwise, and has to be. */
  readonly in?: Readonly<Partial<Record<RuntimeName, Partial<Omit<Row, "in">>>>>;
}

const broken: Row = { throws: "NetworkError", retried: "repeatable" };
const stalled: Row = { throws: "TimeoutError", retried: "repeatable" };
/** A 429 that does not say for how long: the gate stays closed for a second, then for twice as long each time. */
const untold: Row = { waitsMs: [1_000, 2_000, 4_000, 8_000, 16_000], attempts: 6 };
const unreadable: Row = { throws: "InvalidResponseError", retried: "none" };

function redirected(status: number): Row {
  // A page is not told where a redirect leads, nor its status (fetch standard, "opaque-redirect filtered response").
  return {
    throws: `ApiError ${status}`,
    retried: "none",
    carriesOut: false,
    in: { chromium: { throws: "ApiError 0" } },
  };
}

/** Faults of the connection and of the body. */
const faults: Readonly<Record<Misbehaviour | "refused", Row>> = {
  refused: { throws: "NetworkError", retried: "all", carriesOut: false },
  "reset-before-headers": broken,
  "close-before-headers": broken,
  "not-http": broken,
  "stall-before-headers": stalled,
  "stall-in-headers": stalled,
  "stall-in-body": stalled,
  "slow-drip": stalled,
  "drip-in-time": {},
  "reset-after-headers": broken,
  "reset-in-body": broken,
  "close-in-body": broken,
  "length-too-long": broken,
  "length-too-long-open": stalled,
  "length-too-short": unreadable,
  "chunks-cut": broken,
  "chunks-garbled": broken,
  "truncated-json": unreadable,
  "html-200": { ...unreadable, carriesOut: false },
  "html-502": { throws: "ApiError 502", retried: "repeatable" },
  "json-as-html": unreadable,
  "json-untyped": {},
  "empty-200": unreadable,
  "no-content": unreadable,
  "no-data": unreadable,
  "null-body": unreadable,
  "errors-in-200": unreadable,
  "empty-429": { throws: "ApiError 429", retried: "all", carriesOut: false, ...untold },
  "gzip-honest": {},
  "gzip-that-is-plain": broken,
  "gzip-cut": unreadable,
  "redirect-301": redirected(301),
  "redirect-302": redirected(302),
  "redirect-303": redirected(303),
  "redirect-307": redirected(307),
  "redirect-308": redirected(308),
  "continue-100": {},
  "early-hints-103": {},
  "many-1xx": {},
  "kept-connection-reset": broken,
  "kept-connection-closed": broken,
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

function refusedBy(status: number): Row {
  return { throws: `ApiError ${status}`, retried: "none", carriesOut: false };
}

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
