import { exponential, seededRandom } from "@segment-iam/test-utils/random";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { retry } from "../retry/retry-interceptor.ts";
import { exchangeOf, write } from "../test-utils/exchange.ts";
import { rateLimit } from "./rate-limit.ts";

// The time is virtual, the work is not.
vi.setConfig({ testTimeout: 60_000 });

const CALLS = 600;

interface Conditions {
  readonly processes?: number;
  /** How many requests a minute somebody else sends. */
  readonly others?: number;
  readonly skewMs?: number;
  /** A round trip takes this long and a random time with the mean given. */
  readonly roundTripMs?: readonly [fixed: number, mean: number];
}

/** Makes 600 calls at once under a limit of 60 a minute, and measures how long that takes and how often they are refused. */
async function measure({ processes = 1, others = 0, skewMs = 0, roundTripMs: [fixed, mean] = [10, 15] }: Conditions) {
  const clock = new VirtualClock();
  const random = seededRandom(7);
  const latencyMs = (): number => (fixed + exponential(random, mean)) / 2;
  const server = new SimulatedApi({ clock, limit: 60, windowMs: 60_000, skewMs, latencyMs });
  const calls: Promise<Response>[] = [];
  for (let process = 0; process < processes; process += 1) {
    const limiter = rateLimit({ clock, maxWaitMs: Infinity });
    const handler = retry({ clock, deadlineMs: Infinity, random })(limiter(server.handle));
    for (let call = 0; call < CALLS / processes; call += 1) calls.push(handler(exchangeOf(write)));
  }
  if (others > 0) server.addConsumer(() => exponential(random, 60_000 / others));
  const responses = await clock.run(Promise.all(calls));
  return {
    seconds: clock.now() / 1_000,
    /** How long it takes whoever knows everything beforehand. */
    idealSeconds: (Math.ceil((CALLS + server.acceptedOthers) / 60) - 1) * 60,
    refused: server.refused,
    refusedInWindow: Math.max(...server.windows.map(({ refused }) => refused)),
    failed: responses.filter(({ ok }) => !ok).length,
  };
}

it.each<[string, Conditions, number]>([
  ["alone", {}, 0.995],
  ["with a server whose clock is five minutes ahead", { skewMs: 300_000 }, 0.995],
  ["with a server whose clock is five minutes behind", { skewMs: -300_000 }, 0.995],
  ["beside somebody who sends ten a minute", { others: 10 }, 0.995],
  ["with a mean round trip of 620 ms", { roundTripMs: [300, 320] }, 0.98],
])("%s, 600 calls take hardly longer than they must, and none is refused", async (_, conditions, share) => {
  const { seconds, idealSeconds, ...counts } = await measure(conditions);
  expect(counts).toEqual({ failed: 0, refused: 0, refusedInWindow: 0 });
  expect(idealSeconds / seconds).toBeGreaterThanOrEqual(share);
});

it("four processes that know nothing of each other share a limit with few refusals", async () => {
  const measured = await measure({ processes: 4 });
  expect(measured.failed).toBe(0);
  expect(measured.refusedInWindow).toBeLessThanOrEqual(4);
  expect(measured.seconds).toBeLessThanOrEqual(546);
});
