import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CallRates, MeasureTask } from "./measure-calls.ts";
import type { PeersFolder } from "../peers.ts";
import type { Verdict } from "../../target-result.ts";

/** The least that the full stack may reach of raw fetch where the network costs nothing. */
const LEAST_STUBBED = 0.5;
/** How much less than openapi-fetch of the same round it may reach over connections. */
const MOST_BEHIND = 0.05;

/** What of the calls is measured. */
export interface CostOptions {
  readonly rounds: number;
  /** The contenders to measure, all where it is left out. */
  readonly only: readonly string[] | undefined;
}

/** Measures what a call costs, in a process of its own against a server in another, prints it and judges ours. */
export async function compareCosts(peers: PeersFolder, { rounds, only }: CostOptions): Promise<Verdict[]> {
  const server = fork(join(import.meta.dirname, "users-server.ts"));
  try {
    const [url] = await once(server, "message");
    const task: MeasureTask = { url, rounds, only, peers: peers.folder };
    const measuring = fork(await bundleDriver(peers), [JSON.stringify(task)], { execArgv: ["--expose-gc"] });
    const failed = once(measuring, "exit").then(([code]) => {
      throw new Error(`The process that measures ended with ${code}`);
    });
    const [results]: CallRates[][] = await Promise.race([once(measuring, "message"), failed]);
    if (!results) throw new Error("Nothing was measured");
    for (const setting of new Set(results.map(({ setting }) => setting))) print(setting, results);
    return judge(results);
  } finally {
    server.kill();
  }
}

/** One file with all that is compared: peers' generated TypeScript needs it, and nobody is slower to load than another. */
async function bundleDriver({ folder, bundle }: PeersFolder): Promise<string> {
  const driver = join(folder, "measure-calls.mjs");
  const bytes = await bundle({
    entryPoints: [join(import.meta.dirname, "measure-calls.ts")],
    platform: "node",
    target: "node22",
    // The second for what the peers generated.
    nodePaths: [join(folder, "node_modules"), folder],
    logLevel: "error",
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
  });
  writeFileSync(driver, bytes);
  return driver;
}

function print(setting: string, results: readonly CallRates[]): void {
  console.log(`\nCost of a call: ${setting} (calls a second as a ratio to raw fetch in the same round, medians)`);
  const rows = results.filter((rates) => rates.setting === setting);
  console.table(
    rows.map(({ contender, ratios, turns }) => {
      const walls = ratios.map(({ perSecond }) => perSecond);
      return {
        client: contender,
        ratio: middle(walls).toFixed(3),
        "middle half": `${quantile(walls, 0.25).toFixed(3)} to ${quantile(walls, 0.75).toFixed(3)}`,
        "ratio by CPU time": middle(ratios.map(({ perCpuSecond }) => perCpuSecond)).toFixed(3),
        "calls/s": Math.round(middle(turns.map(({ perSecond }) => perSecond))),
        target: contender === "ours, full" ? targetOf(setting) : "",
      };
    }),
  );
}

function targetOf(setting: string): string {
  if (setting.startsWith("stubbed")) return `>= ${LEAST_STUBBED}`;
  return setting.includes("32") ? `>= openapi-fetch - ${MOST_BEHIND}` : "";
}

function judge(results: readonly CallRates[]): Verdict[] {
  const ratios = (start: string, contender: string): readonly number[] =>
    results
      .find((rates) => rates.setting.includes(start) && rates.contender === contender)
      ?.ratios.map(({ perSecond }) => perSecond) ?? [];
  const stubbed = middle(ratios("stubbed", "ours, full"));
  const verdicts = [judged("full stack, stubbed fetch, of raw fetch", stubbed, LEAST_STUBBED)];
  const theirs = ratios("32 at once", "openapi-fetch");
  if (theirs.length > 0) {
    const ahead = ratios("32 at once", "ours, full").map((ratio, round) => ratio - (theirs[round] ?? Number.NaN));
    verdicts.push(judged("full stack, 32 at once, minus openapi-fetch", middle(ahead), -MOST_BEHIND));
  }
  return verdicts;
}

function judged(figure: string, value: number, least: number): Verdict {
  return { figure, measured: value.toFixed(3), target: `>= ${least}`, holds: value >= least };
}

function middle(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return below + (above - below) * (place - Math.floor(place));
}
