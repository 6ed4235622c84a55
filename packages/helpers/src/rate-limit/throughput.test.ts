import { exponential, seededRandom } from "@segment-iam/test-utils/random";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { retry } from "../retry/retry.ts";
import { createContext, write } from "../test-utils/request-context.ts";
import { rateLimit } from "./rate-limit.ts";

// The clock is virtual, but the computation takes real time.
vi.setConfig({ testTimeout: 60_000 });

const CALLS = 600;

interface Conditions {
  readonly processes?: number;
  /** Requests per minute of another client. */
  readonly others?: number;
  readonly skewMs?: number;
  /** The fixed part of a round trip, and the mean of its exponential part. */
  readonly roundTripMs?: readonly [fixed: number, mean: number];
}

/** Makes 600 calls at once with a limit of 60 a minute, and measures their duration and the number of 429s. */
async function measure({ processes = 1, others = 0, skewMs = 0, roundTripMs: [fixed, mean] = [10, 15] }: Conditions) {
  const clock = new VirtualClock();
  const random = seededRandom(7);
  const latencyMs = (): number => (fixed + exponential(random, mean)) / 2;
  const server = new SimulatedApi({ clock, limit: 60, windowMs: 60_000, skewMs, latencyMs });
  const calls: Promise<Response>[] = [];
  for (let process = 0; process < processes; process += 1) {
    const limiter = rateLimit({ clock, maxWaitMs: Infinity });
    const handler = retry({ clock, deadlineMs: Infinity, random })(limiter(server.handle));
    for (let call = 0; call < CALLS / processes; call += 1) calls.push(handler(createContext(write)));
  }
  if (others > 0) server.addConsumer(() => exponential(random, 60_000 / others));
  const responses = await clock.run(Promise.all(calls));
  return {
    seconds: clock.now() / 1_000,
    /** The ideal duration. */
    idealSeconds: (Math.ceil((CALLS + server.acceptedOthers) / 60) - 1) * 60,
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
])("makes 600 calls %s in nearly the ideal time, without a 429", async (_, conditions, share) => {
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
