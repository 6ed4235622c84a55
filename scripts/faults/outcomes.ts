import { isDeepStrictEqual } from "node:util";
import type { ReceivedRequest } from "./matrix-server.ts";
import { operationNames, operations } from "./operations.ts";
import { TRANSIENT_FAULT_REQUESTS, type Cell, type Observation } from "./plan.ts";
import type { RuntimeName } from "./runtimes/runtime.ts";
import { rowIn } from "./fault-table.ts";

/** The default backoff with a random number of 0.5. */
const BACKOFF_MS = [450, 900, 1_800];
/** The length of the excerpts in the table. */
const EXCERPT_CHARACTERS = 10;

/** The outcome of a call for its caller and for the server. */
export interface Outcome {
  readonly end: string;
  /** The number of requests that the call sent. */
  readonly sent: number;
  /** The number of requests that the server received. */
  readonly received: number;
  /** How many times the server applied the write. */
  readonly applied: number;
  readonly waitsMs: readonly number[];
  /** The violations of the rules that apply to every call. */
  readonly violations: readonly string[];
}

/** Exceeds the attempts of any call. JSON cannot hold `Infinity`. */
const ALL_ATTEMPTS = 1_000;

/** The calls of one row of the table. */
export function cellsOf(runtime: RuntimeName, name: string): readonly Cell[] {
  const row = rowIn(runtime, name);
  const occurrences = row.throws === undefined ? (["always"] as const) : (["always", "twice"] as const);
  return occurrences.flatMap((occurs) =>
    operationNames.map((operation) => ({
      row: name,
      occurs,
      operation,
      isStalled: row.throws === "CallTimeoutError",
      refusals: name !== "connection-refused" ? 0 : occurs === "always" ? ALL_ATTEMPTS : TRANSIENT_FAULT_REQUESTS,
      onKeepAliveConnection: name.startsWith("kept-"),
    })),
  );
}

/** Returns the outcome that the table expects of a call. */
export function expectedOutcome({ row, occurs, operation }: Cell, runtime: RuntimeName): Outcome {
  const expected = rowIn(runtime, row);
  const {
    throws,
    excerpt = "",
    retried,
    appliesWrite = true,
    waitsMs = BACKOFF_MS,
    attempts = 4,
    resentMethods,
  } = expected;
  const { kind, method } = operations[operation];
  const isRetried =
    throws !== undefined && (retried === "all" || (retried === "idempotent" && kind !== "non-idempotent write"));
  const succeeds = throws === undefined || (occurs === "twice" && isRetried);
  // When the runtime resends a request, both requests get the fault, but `fetch` reports only the second fault.
  const resent = resentMethods?.includes(method) ? 1 : 0;
  const sent = !isRetried ? 1 : occurs === "twice" ? TRANSIENT_FAULT_REQUESTS + 1 - resent : attempts;
  const received = row === "connection-refused" ? (succeeds ? 1 : 0) : sent + resent;
  const writes = succeeds ? 1 : occurs === "always" && appliesWrite ? received : 0;
  const applied = kind === "read" ? 0 : writes;
  return {
    end: succeeds ? "result" : throws === "InvalidResponseError" ? `${throws} with excerpt ${excerpt}` : throws,
    sent,
    received,
    applied,
    waitsMs: Array.from({ length: sent - 1 }, (_, index) => waitsMs[Math.min(index, waitsMs.length - 1)] ?? 0),
    violations: kind === "non-idempotent write" && applied > 1 ? ["a duplicated write"] : [],
  };
}

/** Formats an outcome as one line. */
export function lineOf({ end, sent, received, applied, waitsMs, violations }: Outcome): string {
  const counts = `sent ${sent}, received ${received}, applied ${applied}`;
  return [end, counts, `waited ${waitsMs.join(" ") || "0"} ms`, ...violations].join("; ");
}

/** Returns the outcome that the runtime and the server observed. */
export function observedOutcome(observation: Observation, requests: readonly ReceivedRequest[]): Outcome {
  const { end, excerpt, sent, waitsMs } = observation;
  return {
    end: excerpt === undefined ? end : `${end} with excerpt ${excerpt.slice(0, EXCERPT_CHARACTERS)}`,
    sent,
    received: requests.length,
    applied: requests.filter(({ applied }) => applied).length,
    waitsMs,
    violations: findViolations(observation, requests),
  };
}

/** Returns the violated rules. They apply to every row. */
function findViolations(observation: Observation, requests: readonly ReceivedRequest[]): readonly string[] {
  const { cell, end, data, sent, attempts, timersLeft, leaksToken } = observation;
  const operation = operations[cell.operation];
  const applied = requests.filter((request) => request.applied).length;
  const [first] = requests;
  const violations: Readonly<Record<string, boolean>> = {
    "a lost write": end === "result" && operation.kind !== "read" && applied === 0,
    "a duplicated write": operation.kind === "non-idempotent write" && applied > 1,
    "a result that the server did not send": end === "result" && !isDeepStrictEqual(data, operation.data),
    "a changed method": requests.some(({ method }) => method !== operation.method),
    "attempts with different content": requests.some(({ url, body }) => url !== first?.url || body !== first.body),
    "a wrong number of attempts in the error": attempts !== undefined && attempts !== sent,
    "a timer left behind": timersLeft > 0,
    "the token in an error": leaksToken,
    "a new connection instead of the reused one": cell.onKeepAliveConnection && first?.isOnKeptConnection === false,
  };
  return Object.keys(violations).filter((name) => violations[name]);
}
