import { join } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

/** The percentage of mutants that tests must detect. */
const REQUIRED_SCORE = 90;

const root = join(import.meta.dirname, "../../..");

/** The directories to mutate. They also contain the tests. */
const targets = new Map([
  ["client", { directory: "packages/client/src", files: ["**/*.ts", "!generated/**"] }],
  ["helpers", { directory: "packages/helpers/src", files: ["**/*.ts", "!redis/**"] }],
  ["redis", { directory: "packages/helpers/src/redis", files: ["**/*.ts"] }],
]);
/** The target that runs only if an argument names it, because its tests wait for real servers. */
const ON_REQUEST = "redis";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Mutates only matching files, such as `retry/*.ts`. Repeatable. */
    mutate: { type: "string", multiple: true },
    concurrency: { type: "string", default: "2" },
  },
});

/** Runs the tests of a directory against each mutant of its files. Returns the percentage of detected mutants. */
async function measureScore(directory: string, files: readonly string[]): Promise<number> {
  const stryker = new Stryker({
    mutate: [...files, "!**/*.test.ts", "!**/*.test-d.ts", "!{testing,test-utils}/**"].map((file) =>
      file.replace(/^!?/, `$&${directory}/`),
    ),
    testRunner: "vitest",
    plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
    vitest: { configFile: join(import.meta.dirname, "vitest.config.ts"), dir: directory },
    coverageAnalysis: "perTest",
    concurrency: Number(values.concurrency),
    ignorePatterns: ["dist", "reports", "packages/*", "scripts", `!${directory.split("/src")[0]}`],
    reporters: ["clear-text", process.stdout.isTTY ? "progress" : "progress-append-only"],
    clearTextReporter: { reportTests: false, logTests: false, allowColor: false },
  });
  const results = await stryker.runMutationTest();
  const count = (...statuses: string[]) => results.filter(({ status }) => statuses.includes(status)).length;
  const detected = count("Killed", "Timeout");
  return (100 * detected) / (detected + count("Survived", "NoCoverage"));
}

process.chdir(root);
for (const [name, { directory, files }] of targets) {
  if (positionals.length > 0 ? !positionals.includes(name) : name === ON_REQUEST) continue;
  const score = await measureScore(directory, values.mutate ?? files);
  console.log(`${name}: ${score.toFixed(2)}%`);
  if (!(score >= REQUIRED_SCORE)) process.exitCode = 1;
}
