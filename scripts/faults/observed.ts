import { isDeepStrictEqual } from "node:util";
import type { Outcome } from "./expected.ts";
import { operations } from "./operations.ts";
import type { Observation } from "./plan.ts";
import type { Arrival } from "./server/fault-server.ts";

/** As much of an excerpt as the table has. */
const QUOTED_CHARACTERS = 10;

/** What the runtime and the server saw of a call. */
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

/** What must never be, whatever the table says. */
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
    "a connection that was not the kept one": cell.onKeptConnection && first?.onKeptConnection === false,
  };
  return Object.keys(wrongs).filter((wrong) => wrongs[wrong]);
}
