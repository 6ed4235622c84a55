import { isDeepStrictEqual } from "node:util";
import type { Outcome } from "./expected.ts";
import { operations } from "./operations.ts";
import type { Observation } from "./plan.ts";
import type { Arrival } from "./server/fault-server.ts";

/** What the runtime and the server saw of a call. */
export function observedOutcome({ end, sent, waitsMs }: Observation, arrivals: readonly Arrival[]): Outcome {
  const carriedOut = arrivals.filter((arrival) => arrival.carriedOut).length;
  return { end, sent, arrived: arrivals.length, carriedOut, waitsMs };
}

/** What must never be, whatever the table says. */
export function wrongsOf(observation: Observation, arrivals: readonly Arrival[]): readonly string[] {
  const { cell, end, data, sent, attempts, timersLeft, tellsToken } = observation;
  const { kind, data: sentData } = operations[cell.operation];
  const carriedOut = arrivals.filter((arrival) => arrival.carriedOut).length;
  const [first] = arrivals;
  const wrongs: Readonly<Record<string, boolean>> = {
    "a lost write": end === "result" && kind !== "read" && carriedOut === 0,
    "a doubled write": kind === "write once" && carriedOut > 1,
    "a result that the server did not send": end === "result" && !isDeepStrictEqual(data, sentData),
    "attempts of different content": arrivals.some(({ url, body }) => url !== first?.url || body !== first.body),
    "a wrong number of attempts in the error": attempts !== undefined && attempts !== sent,
    "a timer left behind": timersLeft > 0,
    "the token in an error": tellsToken,
    "a connection that was not the kept one": cell.onKeptConnection && first?.onKeptConnection === false,
  };
  return Object.keys(wrongs).filter((wrong) => wrongs[wrong]);
}
