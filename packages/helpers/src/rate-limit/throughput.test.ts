import { exponential, seededRandom } from "@segment-iam/test-utils/random";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it } from "vitest";
import { retry } from "../retry/retry.ts";
import { createContext, write } from "../test-utils/request-context.ts";
import { rateLimit } from "./rate-limit.ts";

interface Conditions {
  readonly priority?: "interactive" | "bulk";
  readonly calls?: number;
  /** The limit of the server. The spec states 60 requests a minute. */
  readonly limit?: number;
  readonly windowMs?: number;
  readonly processes?: number;
  /** Requests per minute of another client. */
  readonly others?: number;
  readonly skewMs?: number;
  /** The fixed part of a round trip, and the mean of its exponential part. */
  readonly roundTripMs?: readonly [fixed: number, mean: number];
  /** The bounds of a uniform distribution of round trips. */
  readonly uniformMs?: readonly [shortest: number, longest: number];
}

/** Makes calls at once, by default 600 with a limit of 60 a minute, and measures their duration and the number of 429s. */
async function measure(conditions: Conditions) {
  const { priority = "interactive", calls: count = 600, limit = 60, windowMs = 60_000 } = conditions;
  const { processes = 1, others = 0, skewMs = 0, roundTripMs = [10, 15], uniformMs } = conditions;
  const clock = new VirtualClock();
  const random = seededRandom(7);
  const latencyMs = (): number =>
    (uniformMs
      ? uniformMs[0] + random() * (uniformMs[1] - uniformMs[0])
      : roundTripMs[0] + exponential(random, roundTripMs[1])) / 2;
  const server = new SimulatedApi({ clock, limit, windowMs, skewMs, latencyMs });
  const calls: Promise<Response>[] = [];
  for (let process = 0; process < processes; process += 1) {
    const limiter = rateLimit({ clock, maxWaitMs: Infinity, maxQueueSize: Infinity });
    const handler = retry({ clock, deadlineMs: Infinity, random })(limiter(server.handle));
    for (let call = 0; call < count / processes; call += 1) calls.push(handler(createContext(write, { priority })));
  }
  if (others > 0) server.addConsumer(() => exponential(random, 60_000 / others));
  const responses = await clock.run(Promise.all(calls));
  return {
    seconds: clock.now() / 1_000,
    /** The ideal duration. */
    idealSeconds: ((Math.ceil((count + server.acceptedOthers) / limit) - 1) * windowMs) / 1_000,
    refused: server.refused,
    maxRefusedPerWindow: Math.max(...server.windows.map(({ refused }) => refused)),
    failed: responses.filter(({ ok }) => !ok).length,
  };
}

it.each<[string, Conditions, number]>([
  ["without other clients", {}, 0.995],
  ["with a server whose clock is five minutes ahead", { skewMs: 300_000 }, 0.995],
  ["with a server whose clock is five minutes behind", { skewMs: -300_000 }, 0.995],
  ["with another client that sends ten requests a minute", { others: 10 }, 0.995],
  ["with a mean round trip of 620 ms", { roundTripMs: [300, 320] }, 0.98],
  ["with round trips of two to six seconds", { uniformMs: [2_000, 6_000] }, 0.92],
  ["with round trips of six seconds", { roundTripMs: [6_000, 0] }, 0.88],
  ["with priority bulk and without interactive calls", { priority: "bulk" }, 0.995],
  ["in windows of a second, although the spec states a minute", { calls: 10_000, limit: 1_000, windowMs: 1_000 }, 0.8],
])("makes calls %s in nearly the ideal time, without a 429", async (_, conditions, share) => {
  const { seconds, idealSeconds, ...counts } = await measure(conditions);
  expect(counts).toEqual({ failed: 0, refused: 0, maxRefusedPerWindow: 0 });
  expect(idealSeconds / seconds).toBeGreaterThanOrEqual(share);
});

it("keeps 429s rare when four processes share a limit without Redis", async () => {
  const measured = await measure({ processes: 4 });
  expect(measured.failed).toBe(0);
  expect(measured.maxRefusedPerWindow).toBeLessThanOrEqual(4);
  expect(measured.seconds).toBeLessThanOrEqual(546);
});
