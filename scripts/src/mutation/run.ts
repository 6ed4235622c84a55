import { join } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

/** The share of mutants that tests have to notice, in percent. */
const REQUIRED_SCORE = 90;

const root = join(import.meta.dirname, "../../..");

/** What can be mutated, and is tested by what lies in the same folder. */
const targets = new Map([
  ["client", { folder: "packages/client/src", files: ["**/*.ts", "!generated/**"] }],
  ["helpers", { folder: "packages/helpers/src", files: ["**/*.ts", "!redis/**"] }],
  ["redis", { folder: "packages/helpers/src/redis", files: ["**/*.ts"] }],
]);
/** Not part of a run unless asked for: its tests wait for real servers. */
const SLOW = "redis";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Only files that match, such as `retry/*.ts`; may be given several times. */
    mutate: { type: "string", multiple: true },
    concurrency: { type: "string", default: "2" },
  },
});

/** Mutates a folder and runs its tests against each mutant; answers with the share that was noticed, in percent. */
async function measureScore(folder: string, files: readonly string[]): Promise<number> {
  const stryker = new Stryker({
    mutate: [...files, "!**/*.test.ts", "!**/*.test-d.ts", "!{testing,test-utils}/**"].map((file) =>
      file.replace(/^!?/, `$&${folder}/`),
    ),
    testRunner: "vitest",
    plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
    vitest: { configFile: join(import.meta.dirname, "vitest.config.ts"), dir: folder },
    coverageAnalysis: "perTest",
    concurrency: Number(values.concurrency),
    ignorePatterns: ["dist", "reports", "packages/*", "scripts", `!${folder.split("/src")[0]}`],
    reporters: ["clear-text", process.stdout.isTTY ? "progress" : "progress-append-only"],
    clearTextReporter: { reportTests: false, logTests: false, allowColor: false },
  });
  const results = await stryker.runMutationTest();
  const count = (...statuses: string[]) => results.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count("Killed", "Timeout");
  return (100 * noticed) / (noticed + count("Survived", "NoCoverage"));
}

process.chdir(root);
for (const [name, { folder, files }] of targets) {
  if (positionals.length > 0 ? !positionals.includes(name) : name === SLOW) continue;
  const score = await measureScore(folder, values.mutate ?? files);
  console.log(`${name}: ${score.toFixed(2)}%`);
  if (!(score >= REQUIRED_SCORE)) process.exitCode = 1;
}
