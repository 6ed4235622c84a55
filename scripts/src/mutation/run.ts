import { join } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

/** The share of mutants that tests have to notice, in percent. */
const REQUIRED_SCORE = 90;

const root = join(import.meta.dirname, "../../..");
const packages = ["client", "helpers"];

/** Mutates one package and runs its tests against each mutant; answers with the share that was noticed, in percent. */
async function measureScore(name: string, files: readonly string[]): Promise<number> {
  const folder = `packages/${name}`;
  const stryker = new Stryker({
    mutate: files.map((file) => file.replace(/^(!?)/, `$1${folder}/src/`)),
    testRunner: "vitest",
    plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
    vitest: { configFile: join(import.meta.dirname, "vitest.config.ts"), dir: folder },
    concurrency: Number(values.concurrency),
    coverageAnalysis: "perTest",
    incremental: values.incremental,
    incrementalFile: `${folder}/reports/mutation.json`,
    ignorePatterns: ["dist", "reports", "packages/*", "scripts", `!${folder}`],
    reporters: ["clear-text", ...(process.stdout.isTTY ? ["progress"] : [])],
    clearTextReporter: { reportTests: false, logTests: false, allowColor: false },
    thresholds: { high: 100, low: REQUIRED_SCORE, break: null },
  });
  const results = await stryker.runMutationTest();
  const count = (...statuses: string[]) => results.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count("Killed", "Timeout");
  return (100 * noticed) / (noticed + count("Survived", "NoCoverage"));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Only files that match, such as `retry/*.ts`; may be given several times. */
    mutate: { type: "string", multiple: true, default: ["**/*.ts"] },
    concurrency: { type: "string", default: "2" },
    incremental: { type: "boolean", default: false },
  },
});
process.chdir(root);
for (const name of positionals.length > 0 ? positionals : packages) {
  const excluded = ["!**/*.test.ts", "!**/*.test-d.ts", "!generated/**", "!testing/**"];
  const score = await measureScore(name, [...values.mutate, ...excluded]);
  console.log(`${name}: ${score.toFixed(2)}%`);
  if (!(score >= REQUIRED_SCORE)) process.exitCode = 1;
}
