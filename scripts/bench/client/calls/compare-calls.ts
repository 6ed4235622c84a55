import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PeersFolder } from "../../peers-folder.ts";
import { median, quantile } from "../../quantile.ts";
import { receiveMessage } from "../../receive-message.ts";
import { atLeast, printTable, type TargetResult } from "../../tables.ts";

/** The minimum call rate of the full stack without a network, as a ratio to raw fetch. */
const MIN_STUBBED_RATIO = 0.5;
/** With concurrent calls over real sockets, the full stack's ratio may be lower than that of openapi-fetch by this much. */
const MAX_DEFICIT = 0.05;
const FULL_STACK = "segment-iam + retry + rateLimit";

/** The call rate of one turn. */
export interface Turn {
  readonly perSecond: number;
  /** Calls per second of CPU time of this process, which other processes do not affect. */
  readonly perCpuSecond: number;
}

/** The turns of a contender in a setting, and their ratios to the baseline of the same round. */
export interface CallRates {
  readonly setting: string;
  readonly contender: string;
  readonly turns: readonly Turn[];
  readonly ratios: readonly Turn[];
}

/** The task of the measuring process, as JSON in its first argument. */
export interface MeasureTask {
  readonly url: string;
  readonly rounds: number;
  readonly peers: string;
  /** The contenders to measure, separated by commas. `undefined` measures all. */
  readonly clients: string | undefined;
}

/** Measures call rates, with the client and the server in separate processes. Prints the tables and returns the target results. */
export async function compareCalls(
  peers: PeersFolder,
  options: Pick<MeasureTask, "rounds" | "clients">,
): Promise<TargetResult[]> {
  const server = fork(join(import.meta.dirname, "users-server.ts"));
  try {
    const url = await receiveMessage<string>(server);
    const task: MeasureTask = { url, peers: peers.folder, ...options };
    const measuring = fork(await bundleMeasurement(peers), [JSON.stringify(task)], { execArgv: ["--expose-gc"] });
    const results = await receiveMessage<CallRates[]>(measuring);
    for (const setting of new Set(results.map(({ setting }) => setting))) print(setting, results);
    return compareToTargets(results);
  } finally {
    server.kill();
  }
}

/** Bundles all contenders into one file, because the peers generate TypeScript. */
async function bundleMeasurement({ folder, bundle }: PeersFolder): Promise<string> {
  const file = join(folder, "measure-calls.mjs");
  const bytes = await bundle({
    entryPoints: [join(import.meta.dirname, "measure-calls.ts")],
    platform: "node",
    target: "node22",
    logLevel: "error",
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
  });
  writeFileSync(file, bytes);
  return file;
}

function print(setting: string, results: readonly CallRates[]): void {
  const rows = results.filter((rates) => rates.setting === setting);
  printTable(
    `Call rate, ${setting} (median ratio to raw fetch in the same round)`,
    rows.map(({ contender, ratios, turns }) => {
      const wallRatios = ratios.map(({ perSecond }) => perSecond);
      return {
        client: contender,
        ratio: median(wallRatios).toFixed(3),
        "middle 50%": `${quantile(wallRatios, 0.25).toFixed(3)} to ${quantile(wallRatios, 0.75).toFixed(3)}`,
        "ratio of CPU time": median(ratios.map(({ perCpuSecond }) => perCpuSecond)).toFixed(3),
        "calls/s": Math.round(median(turns.map(({ perSecond }) => perSecond))),
        target: contender === FULL_STACK ? targetOf(setting) : "",
      };
    }),
  );
}

function targetOf(setting: string): string {
  if (setting.startsWith("stubbed")) return `>= ${MIN_STUBBED_RATIO}`;
  return setting.includes("concurrent") ? `>= openapi-fetch - ${MAX_DEFICIT}` : "";
}

function compareToTargets(results: readonly CallRates[]): TargetResult[] {
  const ratios = (setting: string, contender: string): readonly number[] =>
    results
      .find((rates) => rates.setting.includes(setting) && rates.contender === contender)
      ?.ratios.map(({ perSecond }) => perSecond) ?? [];
  const stubbed = median(ratios("stubbed", FULL_STACK));
  const targetResults = [atLeast("full stack, stubbed fetch: ratio to raw fetch", stubbed, MIN_STUBBED_RATIO, 3)];
  const openapiFetch = ratios("concurrent", "openapi-fetch");
  if (openapiFetch.length > 0) {
    const differences = ratios("concurrent", FULL_STACK).map(
      (ratio, round) => ratio - (openapiFetch[round] ?? Number.NaN),
    );
    targetResults.push(
      atLeast("full stack, 32 concurrent: ratio minus that of openapi-fetch", median(differences), -MAX_DEFICIT, 3),
    );
  }
  return targetResults;
}
