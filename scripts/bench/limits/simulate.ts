import { installVirtualClock } from "@segment-iam/test-utils/install-virtual-clock";
import { exponential, seededRandom } from "@segment-iam/test-utils/random";
import type { Consumption } from "@segment-iam/test-utils/fixed-window";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { InMemoryWindowStore } from "../../../packages/helpers/src/test-utils/redis/in-memory-window-store.ts";
import { CALLS, CASES, LIMIT, type Case } from "./cases.ts";
import type { Contender, MakeCall } from "./contender.ts";
import { CONTENDERS } from "./contenders.ts";
import { createLoad, type Load } from "../install-peers.ts";

/** The task of a process, as JSON in its first argument. */
export interface Task {
  /** The folder of the installed libraries. */
  readonly peers: string;
  readonly contender: string;
  readonly case: string;
  readonly seeds: number;
}

/** The result of one contender in one case with one seed. */
export interface Run {
  /** The time of each success in seconds from the start, ascending. */
  readonly successes: readonly number[];
  /** The number of 429s in each bin of ten seconds. */
  readonly throttledPerBin: readonly number[];
  /** The time at which the last call settled or the simulation was stopped. */
  readonly seconds: number;
  readonly throttled: number;
  /** The maximum number of 429s in one window. */
  readonly throttledInWindow: number;
  /** The number of calls that rejected. */
  readonly failed: number;
  /** The number of calls that were pending when the simulation was stopped. */
  readonly unfinished: number;
}

/** The simulation stops after this time or this many requests, because a contender can loop forever. */
const MAX_MS = 2 * 60 * 60_000;
const MAX_REQUESTS = 20_000;
const EPOCH_MS = Date.UTC(2026, 0, 1);
/** The time for which another consumer sends requests before the calls start. */
const CONSUMER_LEAD_MS = 10 * 60_000;
/** The duration of a round trip to Redis. */
const REDIS_MS = { fixed: 0.3, mean: 0.7 };

/**
 * Simulates one contender in one case.
 *
 * Needs its own process, because the simulation replaces globals and packages keep module state.
 *
 * Events occur at whole milliseconds, like Node's timers. The AWS SDK loses calls with a finer resolution.
 */
async function simulate({ peers, ...task }: Task): Promise<void> {
  const load = await createLoad(peers);
  const contender = CONTENDERS.find(({ id }) => id === task.contender);
  const conditions = CASES.find(({ id }) => id === task.case);
  if (!contender || !conditions) throw new Error(`Unknown contender "${task.contender}" or case "${task.case}"`);
  const runs: Run[] = [];
  for (let seed = 1; seed <= task.seeds; seed += 1) runs.push(await run(contender, conditions, load, seed));
  process.stdout.write(JSON.stringify(runs), () => process.exit(0));
}

async function run(contender: Contender, conditions: Case, load: Load, seed: number): Promise<Run> {
  const random = seededRandom(seed);
  Math.random = seededRandom(seed + 1_000_000);
  const clock = new VirtualClock();
  const epochMs = EPOCH_MS + Math.floor(random() * 60_000);
  const uninstall = installVirtualClock(clock, epochMs);
  const oneWayMs = ({ fixed, mean }: Case["roundTripMs"]): number => (fixed + exponential(random, mean)) / 2;
  const { otherRequestsPerMinute, skewMs, usageHeaders } = conditions;
  const api = new SimulatedApi({
    clock,
    epochMs,
    skewMs,
    usageHeaders,
    limit: LIMIT.requests,
    windowMs: LIMIT.windowSeconds * 1_000,
    window: await createWindow(load),
    latencyMs: () => Math.trunc(oneWayMs(conditions.roundTripMs)),
  });
  if (otherRequestsPerMinute > 0) {
    api.addConsumer(() => Math.trunc(exponential(random, 60_000 / otherRequestsPerMinute)));
    await clock.advance(CONSUMER_LEAD_MS);
  }
  const windows = conditions.hasRedis
    ? new InMemoryWindowStore({ clock, latencyMs: () => oneWayMs(REDIS_MS) })
    : undefined;
  const { fetch } = api;
  const processes: MakeCall[] = [];
  for (let process = 0; process < conditions.processes; process += 1) {
    processes.push(await contender.create({ fetch, load, process: seed * 100 + process, windows }));
  }
  const startMs = clock.now();
  const elapsed = (): number => (clock.now() - startMs) / 1_000;
  const successes: number[] = [];
  let failed = 0;
  for (let call = 0; call < CALLS; call += 1) {
    processes[call % processes.length]?.().then(
      () => successes.push(elapsed()),
      () => (failed += 1),
    );
  }
  const isStopped = (): boolean => clock.now() - startMs >= MAX_MS || api.requests.length >= MAX_REQUESTS;
  await clock.runUntil(() => successes.length + failed === CALLS || isStopped());
  uninstall();
  return {
    successes,
    throttledPerBin: countThrottled(api, startMs),
    seconds: elapsed(),
    throttled: api.refused,
    throttledInWindow: Math.max(...api.windows.map(({ refused }) => refused)),
    failed,
    unfinished: CALLS - successes.length - failed,
  };
}

/** Creates the rate limit window of the API with rate-limiter-flexible. The API's 429s look like errors of that library. */
async function createWindow(load: Load): Promise<{ consume(): Promise<Consumption> }> {
  const { RateLimiterMemory } = await load<{
    readonly RateLimiterMemory: new (options: object) => { consume(key: string): Promise<Consumption> };
  }>("rate-limiter-flexible");
  const limiter = new RateLimiterMemory({ points: LIMIT.requests, duration: LIMIT.windowSeconds });
  // `consume` rejects with the state of the window when a request exceeds the limit.
  return { consume: () => limiter.consume("token").catch((consumption: Consumption) => consumption) };
}

function countThrottled({ requests }: SimulatedApi, startMs: number): readonly number[] {
  const counts: number[] = [];
  for (const { status, sentMs } of requests) {
    if (status !== 429) continue;
    const bin = Math.floor((sentMs - startMs) / 10_000);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count ?? 0);
}

await simulate(JSON.parse(process.argv[2] ?? "{}"));
