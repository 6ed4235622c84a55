import { seededRandom } from "@segment-iam/test-utils/random";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it } from "vitest";
import { retry } from "../retry/retry.ts";
import { createContext, write } from "../test-utils/request-context.ts";
import { InMemoryWindowStore } from "../test-utils/redis/in-memory-window-store.ts";
import { sharedRateLimit } from "./shared-rate-limit.ts";

const CALLS = 600;
const PROCESSES = 4;

/**
 * The highest number of commands to Redis per call. A window of 60 calls needs one command for each call. Each process also needs one to
 * learn that the window is full, and one process reports the next window. During the probe, each of the three other processes polls six
 * times in 1.2 s: after 20 ms, 40 ms and so on.
 */
const COMMANDS_PER_CALL = (60 + PROCESSES + 1 + (PROCESSES - 1) * 6) / 60;

/** Makes 600 calls at once in four processes with a limit of 60 a minute, and measures the duration. */
async function measure(
  redisMs: readonly [fixed: number, mean: number],
  serverMs: readonly [fixed: number, mean: number] = [10, 15],
  seed = 7,
) {
  const clock = new VirtualClock();
  const random = seededRandom(seed);
  const roundTrip =
    ([fixed = 0, mean = 0]: readonly number[]) =>
    () =>
      (fixed - Math.log(1 - random()) * mean) / 2;
  const server = new SimulatedApi({ clock, limit: 60, windowMs: 60_000, latencyMs: roundTrip(serverMs) });
  const windows = new InMemoryWindowStore({ clock, latencyMs: roundTrip(redisMs) });
  const calls: Promise<Response>[] = [];
  for (let process = 0; process < PROCESSES; process += 1) {
    const limiter = sharedRateLimit(windows, { clock, maxWaitMs: Infinity });
    const handler = retry({ clock, deadlineMs: Infinity, random })(limiter(server.handle));
    for (let call = 0; call < CALLS / PROCESSES; call += 1) calls.push(handler(createContext(write)));
  }
  const responses = await clock.run(Promise.all(calls));
  return {
    seconds: clock.now() / 1_000,
    commandsPerCall: windows.commands / CALLS,
    counts: { refused: server.refused, failed: responses.filter(({ ok }) => !ok).length },
  };
}

it.each<[string, readonly [number, number], readonly [number, number], number]>([
  ["at 1 ms", [0.3, 0.7], [10, 15], 543],
  ["at 20 ms", [10, 10], [10, 15], 543],
  ["at 200 ms", [150, 50], [10, 15], 549],
  ["at 1 ms, with the server at 620 ms", [0.3, 0.7], [300, 320], 551],
])("shares a limit between four processes without a 429, with Redis %s", async (_, redisMs, serverMs, maxSeconds) => {
  const { seconds, commandsPerCall, counts } = await measure(redisMs, serverMs);
  expect(counts).toEqual({ refused: 0, failed: 0 });
  expect(seconds).toBeLessThanOrEqual(maxSeconds);
  expect(commandsPerCall).toBeLessThanOrEqual(COMMANDS_PER_CALL);
});
