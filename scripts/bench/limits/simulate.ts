import { seededRandom } from "../../../packages/helpers/src/test-utils/random.ts";
import { SimulatedWindows } from "../../../packages/helpers/src/test-utils/simulated-windows.ts";
import { systemClock } from "../../../packages/helpers/src/time/clock.ts";
import { CALLS, CASES, type Case } from "./cases.ts";
import type { Contender, MakeCall } from "./contender.ts";
import { CONTENDERS } from "./contenders.ts";
import { exponential } from "./exponential.ts";
import { createLimitedApi, type ApiRecord } from "./limited-api.ts";
import { peerLoader, type Load } from "./peers.ts";
import { startVirtualTime } from "./virtual-time.ts";

/** What a process is started with, as JSON. */
export interface Task {
  readonly peers: string;
  readonly contender: string;
  readonly case: string;
  readonly seeds: number;
}

/** What came of one contender in one case with one seed. */
export interface Run {
  /** When each call succeeded, in seconds from the start, ascending. */
  readonly successes: readonly number[];
  /** How many 429s there were in each ten seconds. */
  readonly refusals: readonly number[];
  /** When the last call ended, or the simulation did. */
  readonly seconds: number;
  readonly requests: number;
  readonly refused: number;
  readonly refusedInWindow: number;
  /** Calls that were given up. */
  readonly failed: number;
  /** Calls that had not ended when the simulation was stopped. */
  readonly unfinished: number;
}

/** Whoever has not finished by then never will. */
const MAX_MS = 2 * 60 * 60_000;
/** Whoever sends as many loops without a pause. */
const MAX_REQUESTS = 20_000;
const EPOCH_MS = Date.UTC(2026, 0, 1);
/** How long somebody else has been sending when the calls are made. */
const BEFORE_MS = 10 * 60_000;
/** A round trip to a Redis nearby. */
const REDIS_MS = { fixed: 0.3, mean: 0.7 };

/**
 * One contender in one case, in a process of its own: what it does to the clock, and what it keeps between calls, harms nobody
 * else. Prints its runs as JSON.
 */
async function simulate({ peers, ...task }: Task): Promise<void> {
  const load = await peerLoader(peers);
  const contender = CONTENDERS.find(({ id }) => id === task.contender);
  const conditions = CASES.find(({ id }) => id === task.case);
  if (!contender || !conditions) throw new Error(`There is no ${task.contender} or no ${task.case}`);
  const runs: Run[] = [];
  for (let seed = 1; seed <= task.seeds; seed += 1) runs.push(await run(contender, conditions, load, seed));
  process.stdout.write(JSON.stringify(runs), () => process.exit(0));
}

async function run(contender: Contender, conditions: Case, load: Load, seed: number): Promise<Run> {
  const random = seededRandom(seed);
  Math.random = seededRandom(seed + 1_000_000);
  const time = await startVirtualTime(load, EPOCH_MS + Math.floor(random() * 60_000));
  const { fetch, record } = await createLimitedApi(conditions, load, random);
  if (conditions.othersPerMinute > 0) await time.passUntil(() => time.elapsedMs() >= BEFORE_MS);
  const latencyMs = (): number => (REDIS_MS.fixed + exponential(random, REDIS_MS.mean)) / 2;
  const windows = conditions.hasRedis ? new SimulatedWindows({ clock: systemClock, latencyMs }) : undefined;
  const processes: MakeCall[] = [];
  for (let process = 0; process < conditions.processes; process += 1) {
    processes.push(await contender.create({ fetch, load, process: seed * 100 + process, windows }));
  }
  const startsAtMs = Date.now();
  const startMs = time.elapsedMs();
  const elapsed = (): number => (time.elapsedMs() - startMs) / 1_000;
  const successes: number[] = [];
  let failed = 0;
  const start = async (makeCall: MakeCall): Promise<void> => {
    try {
      await makeCall();
      successes.push(elapsed());
    } catch {
      failed += 1;
    }
  };
  for (let call = 0; call < CALLS; call += 1) {
    const makeCall = processes[call % processes.length];
    if (makeCall) void start(makeCall);
  }
  const isOver = (): boolean => successes.length + failed === CALLS;
  await time.passUntil(() => isOver() || time.elapsedMs() - startMs >= MAX_MS || record.requests >= MAX_REQUESTS);
  time.end();
  return {
    successes,
    refusals: countRefusals(record, startsAtMs),
    seconds: elapsed(),
    requests: record.requests,
    refused: record.refused.reduce((sum, count) => sum + count, 0),
    refusedInWindow: Math.max(...record.refused),
    failed,
    unfinished: CALLS - successes.length - failed,
  };
}

function countRefusals({ refusedAtMs }: ApiRecord, startsAtMs: number): readonly number[] {
  const counts: number[] = [];
  for (const atMs of refusedAtMs) {
    const place = Math.floor((atMs - startsAtMs) / 10_000);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count ?? 0);
}

await simulate(JSON.parse(process.argv[2] ?? "{}"));
