import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { parseArgs, promisify } from "node:util";
import { CALLS, CASES, IDEAL_SECONDS, LIMIT, type Case } from "./cases.ts";
import { CONTENDERS } from "./contenders.ts";
import { drawPlot } from "./draw-plot.ts";
import { compareToTarget, rowOf, summarize } from "./report.ts";
import type { Run, Task } from "./simulate.ts";
import { installPeers } from "../install-peers.ts";
import { readNames, readPositiveInteger } from "../read-options.ts";
import { printTable, printTargets } from "../tables.ts";

/**
 * Compares @segment-iam with other libraries (the peers) under a rate limit.
 *
 * Each makes 600 concurrent calls under a limit of 60 per minute against a simulated API in virtual time. Prints a table for each
 * case and the target results, and draws a plot. Exits with 1 when a target is missed.
 *
 * Options: `--seeds N` sets the number of runs, `--cases a,b` selects cases, `--plot FILE` sets the path of the plot.
 */
const PLOTTED_CASE = "processes";
const MAX_OUTPUT_BYTES = 500_000_000;

const PACKAGES = {
  "@octokit/core": "7.0.8",
  "@octokit/plugin-retry": "8.1.1",
  "@octokit/plugin-throttling": "11.0.5",
  "@smithy/core": "3.41.0",
  bottleneck: "2.19.5",
  ky: "2.1.0",
  "p-limit": "7.3.3",
  "p-retry": "9.0.0",
  "p-throttle": "8.1.1",
  "rate-limiter-flexible": "11.4.0",
};
const CASE_IDS = CASES.map(({ id }) => id);

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "10" },
    cases: { type: "string", default: CASE_IDS.join() },
    plot: { type: "string", default: join(import.meta.dirname, "successes.svg") },
  },
});
const seeds = readPositiveInteger("--seeds", values.seeds);
const names = readNames("--cases", values.cases, CASE_IDS);
const cases = CASES.filter(({ id }) => names.includes(id));

const peers = installPeers(PACKAGES);
const tasks = cases.flatMap((conditions) =>
  contendersOf(conditions).map((contender): Task => ({ peers, contender: contender.id, case: conditions.id, seeds })),
);
const results = await simulateAll();

console.log(
  `${CALLS} concurrent calls, limit of ${LIMIT.requests} per ${LIMIT.windowSeconds} s, ideal time ${IDEAL_SECONDS} s`,
);
console.log(`Means of ${seeds} seeds. Settings of each contender:`);
for (const { name, settings } of CONTENDERS) console.log(`  ${name}: ${settings}`);
for (const conditions of cases) {
  const rows = contendersOf(conditions).map(({ id, name }) =>
    Object.assign({ library: name }, rowOf(summaryOf(conditions, id))),
  );
  printTable(conditions.title, rows);
}
for (const conditions of cases) if (conditions.id === PLOTTED_CASE) plot(conditions);

const targetResults = cases.flatMap((conditions) => compareToTarget(conditions, summaryOf(conditions, "segment-iam")));
printTargets(targetResults);

function contendersOf({ hasRedis }: Case) {
  return CONTENDERS.filter(({ supportsRedis }) => supportsRedis || !hasRedis);
}

/** Runs each task in its own process, one for each processor. Returns the runs by case and contender. */
async function simulateAll(): Promise<ReadonlyMap<string, readonly Run[]>> {
  const results = new Map<string, readonly Run[]>();
  const queue = tasks.values();
  const work = async (): Promise<void> => {
    for (const task of queue) {
      const args = [join(import.meta.dirname, "simulate.ts"), JSON.stringify(task)];
      const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: MAX_OUTPUT_BYTES });
      results.set(`${task.case} ${task.contender}`, JSON.parse(stdout));
      if (process.stderr.isTTY) process.stderr.write(`\r${results.size} of ${tasks.length} simulations `);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  return results;
}

function runsOf({ id }: Case, contender: string): readonly Run[] {
  return results.get(`${id} ${contender}`) ?? [];
}

function summaryOf(conditions: Case, contender: string) {
  return summarize(runsOf(conditions, contender), conditions);
}

/** Plots the first seed of a case, one panel for each contender. */
function plot(conditions: Case): void {
  const curves = contendersOf(conditions).flatMap(({ id, name }) => {
    const [run] = runsOf(conditions, id);
    return run ? [{ ...run, name, isHighlighted: id === "segment-iam" }] : [];
  });
  writeFileSync(values.plot, drawPlot(curves, { calls: CALLS, limit: LIMIT, title: conditions.title }));
  console.log(`\nPlot: ${relative(process.cwd(), values.plot)}`);
}
