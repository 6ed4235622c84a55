import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { CALLS, CASES, IDEAL_SECONDS, LIMIT, type Case } from "./cases.ts";
import { CONTENDERS } from "./contenders.ts";
import { judge } from "./judge.ts";
import { installLimitPeers } from "./peers.ts";
import { drawPlot } from "./plot/draw-plot.ts";
import { runSimulations } from "./run-simulations.ts";
import type { Run, Task } from "./simulate.ts";
import { summarise } from "./summary.ts";
import { rowOf } from "./table.ts";

/**
 * 600 calls at once under a limit of 60 a minute, with ours and with peers from npm, on the same simulated API in virtual time. Prints a
 * table for each case and whether ours reaches its figures, draws the plot, and exits with 1 when a figure is missed.
 *
 * `--seeds N` sets how many times; `--cases a,b` leaves others out, and the plot when its case is among them; `--plot FILE` draws it elsewhere.
 */
const PLOTTED = "processes";
const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "10" },
    cases: { type: "string", default: CASES.map(({ id }) => id).join(",") },
    plot: { type: "string", default: join(import.meta.dirname, "successes.svg") },
  },
});
const seeds = Number(values.seeds);
if (!Number.isSafeInteger(seeds) || seeds < 1) throw new RangeError("--seeds takes a number from 1");
const names = values.cases.split(",");
const cases = CASES.filter(({ id }) => names.includes(id));
if (cases.length < names.length) throw new RangeError(`--cases takes any of ${CASES.map(({ id }) => id).join(",")}`);

const peers = installLimitPeers();
const outcomes = new Map<string, readonly Run[]>();
const tasks = cases.flatMap((conditions) =>
  contendersOf(conditions).map((contender): Task => ({ peers, contender: contender.id, case: conditions.id, seeds })),
);
await runSimulations(tasks, (task, runs) => {
  outcomes.set(keyOf(task.case, task.contender), runs);
  if (process.stderr.isTTY) process.stderr.write(`\r${outcomes.size} of ${tasks.length} simulations `);
});
if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");

console.log(
  `${CALLS} calls at once, ${LIMIT.requests} in ${LIMIT.windowSeconds} s allowed: ${IDEAL_SECONDS} s at best`,
);
console.log(`Means of ${seeds} seeds; how each contender is set up:`);
for (const { name, settings } of CONTENDERS) console.log(`  ${name}: ${settings}`);
for (const conditions of cases) {
  console.log(`\n${conditions.title}`);
  const rows = contendersOf(conditions).map(({ id, name }) =>
    rowOf(name, summarise(runsOf(conditions, id), conditions)),
  );
  console.table(Object.fromEntries(rows.map(({ contender, ...row }) => [contender, row])));
}
if (names.includes(PLOTTED)) plot();

const verdicts = cases.flatMap((conditions) => judge(conditions, summarise(runsOf(conditions, "ours"), conditions)));
console.log("\nOurs against its figures, over all seeds");
console.table(verdicts);
if (verdicts.some(({ reached }) => !reached)) process.exitCode = 1;

function contendersOf({ hasRedis }: Case) {
  return CONTENDERS.filter(({ canShare }) => canShare || !hasRedis);
}

function keyOf(conditions: string, contender: string): string {
  return `${conditions} ${contender}`;
}

function runsOf({ id }: Case, contender: string): readonly Run[] {
  return outcomes.get(keyOf(id, contender)) ?? [];
}

/** The first seed of one case, contender by contender. */
function plot(): void {
  const conditions = cases.find(({ id }) => id === PLOTTED);
  if (!conditions) return;
  const curves = contendersOf(conditions).flatMap(({ id, name }) => {
    const [run] = runsOf(conditions, id);
    return run ? [{ ...run, name, isOurs: id === "ours" }] : [];
  });
  writeFileSync(values.plot, drawPlot(curves, { calls: CALLS, limit: LIMIT, title: conditions.title }));
  console.log(`\nThe plot is in ${relative(process.cwd(), values.plot)}`);
}
