import { isDeepStrictEqual } from "node:util";
import type { Arrival } from "./matrix-server.ts";
import { operationNames, operations } from "./operations.ts";
import type { Cell, Observation } from "./plan.ts";
import type { RuntimeName } from "./runtimes/runtime.ts";
import { rowIn } from "./fault-table.ts";

/** The default backoff with a random number of 0.5. */
const BACKOFF_MS = [250, 500, 1_000];
/** How many requests a passing fault lasts. */
const TWICE = 2;
/** The length of the excerpts in the table. */
const QUOTED_CHARACTERS = 10;

/** How a call ended, as its caller and the server saw it. */
export interface Outcome {
  readonly end: string;
  /** The number of requests that the call sent. */
  readonly sent: number;
  /** The number of requests that the server received. */
  readonly arrived: number;
  /** How often the server did the write. */
  readonly carriedOut: number;
  readonly waitsMs: readonly number[];
  /** What must never happen. */
  readonly wrongs: readonly string[];
}

/** More than a call can have attempts. `Infinity` does not survive JSON. */
const EVERY_ATTEMPT = 1_000;

/** The calls of one row of the table. */
export function cellsOf(runtime: RuntimeName, name: string): readonly Cell[] {
  const row = rowIn(runtime, name);
  const lasting = row.throws === undefined ? (["always"] as const) : (["always", "twice"] as const);
  return lasting.flatMap((lasts) =>
    operationNames.map((operation) => ({
      row: name,
      lasts,
      operation,
      stalls: row.throws === "TimeoutError",
      refusals: name !== "refused" ? 0 : lasts === "always" ? EVERY_ATTEMPT : TWICE,
      onKeptConnection: name.startsWith("kept-"),
    })),
  );
}

/** The outcome of a call by the table. */
export function expectedOutcome({ row, lasts, operation }: Cell, runtime: RuntimeName): Outcome {
  const expected = rowIn(runtime, row);
  const { throws, quotes = "", retried, carriesOut = true, waitsMs = BACKOFF_MS, attempts = 4, resends } = expected;
  const { kind, method } = operations[operation];
  const isRepeated = throws !== undefined && (retried === "all" || (retried === "repeatable" && kind !== "write once"));
  const isCured = throws === undefined || (lasts === "twice" && isRepeated);
  // A request that the runtime itself repeats gets the fault twice, and the call sees the second time only.
  const resent = resends?.includes(method) ? 1 : 0;
  const sent = !isRepeated ? 1 : lasts === "twice" ? TWICE + 1 - resent : attempts;
  const arrived = row === "refused" ? (isCured ? 1 : 0) : sent + resent;
  const done = isCured ? 1 : lasts === "always" && carriesOut ? arrived : 0;
  const carriedOut = kind === "read" ? 0 : done;
  return {
    end: isCured ? "result" : throws === "InvalidResponseError" ? `${throws} quoting ${quotes}` : throws,
    sent,
    arrived,
    carriedOut,
    waitsMs: Array.from({ length: sent - 1 }, (_, index) => waitsMs[Math.min(index, waitsMs.length - 1)] ?? 0),
    wrongs: kind === "write once" && carriedOut > 1 ? ["a doubled write"] : [],
  };
}

/** Formats an outcome as one line. */
export function lineOf({ end, sent, arrived, carriedOut, waitsMs, wrongs }: Outcome): string {
  const counts = `sent ${sent}, arrived ${arrived}, carried out ${carriedOut}`;
  return [end, counts, `waited ${waitsMs.join(" ") || "0"} ms`, ...wrongs].join("; ");
}

/** The outcome of a call that the runtime and the server observed. */
export function observedOutcome(observation: Observation, arrivals: readonly Arrival[]): Outcome {
  const { end, excerpt, sent, waitsMs } = observation;
  return {
    end: excerpt === undefined ? end : `${end} quoting ${excerpt.slice(0, QUOTED_CHARACTERS)}`,
    sent,
    arrived: arrivals.length,
    carriedOut: arrivals.filter(({ carriedOut }) => carriedOut).length,
    waitsMs,
    wrongs: wrongsOf(observation, arrivals),
  };
}

/** What must never happen, whatever the table says. */
function wrongsOf(observation: Observation, arrivals: readonly Arrival[]): readonly string[] {
  const { cell, end, data, sent, attempts, timersLeft, tellsToken } = observation;
  const operation = operations[cell.operation];
  const carriedOut = arrivals.filter((arrival) => arrival.carriedOut).length;
  const [first] = arrivals;
  const wrongs: Readonly<Record<string, boolean>> = {
    "a lost write": end === "result" && operation.kind !== "read" && carriedOut === 0,
    "a doubled write": operation.kind === "write once" && carriedOut > 1,
    "a result that the server did not send": end === "result" && !isDeepStrictEqual(data, operation.data),
    "another method": arrivals.some(({ method }) => method !== operation.method),
    "attempts of different content": arrivals.some(({ url, body }) => url !== first?.url || body !== first.body),
    "a wrong number of attempts in the error": attempts !== undefined && attempts !== sent,
    "a timer left behind": timersLeft > 0,
    "the token in an error": tellsToken,
    "a connection that was not the kept one": cell.onKeptConnection && first?.isOnKeptConnection === false,
  };
  return Object.keys(wrongs).filter((wrong) => wrongs[wrong]);
}
