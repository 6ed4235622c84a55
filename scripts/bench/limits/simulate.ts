import { CALLS, CASES, type Case } from "./cases.ts";
import type { Contender, MakeCall } from "./contender.ts";
import { CONTENDERS } from "./contenders.ts";
import { createLimitedApi, idealSeconds } from "./limited-api.ts";
import { peerLoader, type Load } from "./peers.ts";
import { seededRandom } from "./random.ts";
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
  readonly idealSeconds: number;
  readonly requests: number;
  readonly refused: number;
  readonly refusedInWindow: number;
  /** Calls that were given up, or had not ended when the simulation did. */
  readonly failed: number;
}

/** Whoever has not finished by then never will. */
const MAX_MS = 2 * 60 * 60_000;
const MAX_REQUESTS = 200_000;
const EPOCH_MS = Date.UTC(2026, 0, 1);

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
  const processes: MakeCall[] = [];
  for (let process = 0; process < conditions.processes; process += 1) {
    processes.push(await contender.create({ fetch, load, process: seed * 100 + process }));
  }
  const successes: number[] = [];
  let settled = 0;
  const start = (makeCall: MakeCall): void => {
    makeCall()
      .then(() => successes.push(time.elapsedMs() / 1_000))
      .catch(() => {})
      .finally(() => (settled += 1));
  };
  for (let call = 0; call < CALLS; call += 1) {
    const makeCall = processes[call % processes.length];
    if (makeCall) start(makeCall);
  }
  await time.passUntil(() => settled === CALLS || time.elapsedMs() >= MAX_MS || record.requests >= MAX_REQUESTS);
  time.end();
  return {
    successes,
    idealSeconds: idealSeconds(record),
    requests: record.requests,
    refused: record.refused.reduce((sum, count) => sum + count, 0),
    refusedInWindow: Math.max(...record.refused),
    failed: CALLS - successes.length,
  };
}

await simulate(JSON.parse(process.argv[2] ?? "{}"));
