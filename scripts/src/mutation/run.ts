import { join } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

/** The percentage of mutants that tests must detect. */
const REQUIRED_SCORE = 90;

const root = join(import.meta.dirname, "../../..");

/** The folders to mutate. Their tests are in the same folders. */
const targets = new Map([
  ["client", { folder: "packages/client/src", files: ["**/*.ts", "!generated/**"] }],
  ["helpers", { folder: "packages/helpers/src", files: ["**/*.ts", "!redis/**"] }],
  ["redis", { folder: "packages/helpers/src/redis", files: ["**/*.ts"] }],
]);
/** Runs only if it is named, because its tests wait for real servers. */
const SLOW = "redis";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Mutates only matching files, such as `retry/*.ts`. Repeatable. */
    mutate: { type: "string", multiple: true },
    concurrency: { type: "string", default: "2" },
  },
});

/** Mutates a folder and runs its tests against each mutant. Returns the percentage of detected mutants. */
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
  const detected = count("Killed", "Timeout");
  return (100 * detected) / (detected + count("Survived", "NoCoverage"));
}

process.chdir(root);
for (const [name, { folder, files }] of targets) {
  if (positionals.length > 0 ? !positionals.includes(name) : name === SLOW) continue;
  const score = await measureScore(folder, values.mutate ?? files);
  console.log(`${name}: ${score.toFixed(2)}%`);
  if (!(score >= REQUIRED_SCORE)) process.exitCode = 1;
}
