import { join } from "node:path";
import { parseArgs } from "node:util";

import { Stryker } from "@stryker-mutator/core";

import { REPOSITORY } from "../repository.ts";
import { checkNames, runCommand } from "../run-command.ts";

/** The percentage of mutants that tests must detect. */
const REQUIRED_SCORE = 90;

/** The directories to mutate. They also contain the tests. */
const TARGETS = new Map([
  ["client", { directory: "packages/client/src", files: ["**/*.ts", "!generated/**"] }],
  ["helpers", { directory: "packages/helpers/src", files: ["**/*.ts", "!redis/**"] }],
  ["redis", { directory: "packages/helpers/src/redis", files: ["**/*.ts"] }],
]);
/** The target that runs only if an argument names it, because its tests wait for real servers. */
const ON_REQUEST = "redis";

const HELP = `Usage: pnpm test:mutation [TARGET...] [options]

Runs the tests against mutants of the code. Exits with 1 if they detect less than ${REQUIRED_SCORE}% of the mutants of a target.

  TARGET           ${[...TARGETS.keys()].join(", ")} (default: all except ${ON_REQUEST})
  --mutate FILES   mutate only matching files, such as 'retry/*.ts'; repeatable
  --concurrency N  the number of processes (default: 2)
  --help           show this text`;

await runCommand(HELP, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      mutate: { type: "string", multiple: true },
      concurrency: { type: "string", default: "2" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return HELP;
  checkNames("target", positionals, [...TARGETS.keys()]);
  process.chdir(REPOSITORY);
  const missed: string[] = [];
  for (const [name, { directory, files }] of TARGETS) {
    if (positionals.length > 0 ? !positionals.includes(name) : name === ON_REQUEST) continue;
    const score = await measureScore(directory, values.mutate ?? files, Number(values.concurrency));
    console.log(`${name}: ${score.toFixed(2)}%`);
    if (!(score >= REQUIRED_SCORE)) missed.push(name);
  }
  if (missed.length === 0) return `The tests detect at least ${REQUIRED_SCORE}% of the mutants of each target`;
  process.exitCode = 1;
  return `The tests detect less than ${REQUIRED_SCORE}% of the mutants of ${missed.join(", ")}`;
});

/** Runs the tests of a directory against each mutant of its files. Returns the percentage of detected mutants. */
async function measureScore(directory: string, files: readonly string[], concurrency: number): Promise<number> {
  const stryker = new Stryker({
    mutate: [...files, "!**/*.test.ts", "!**/*.test-d.ts", "!{testing,test-utils}/**"].map((file) =>
      file.replace(/^!?/, `$&${directory}/`),
    ),
    testRunner: "vitest",
    plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
    vitest: { configFile: join(import.meta.dirname, "vitest.config.ts"), dir: directory },
    coverageAnalysis: "perTest",
    concurrency,
    ignorePatterns: ["dist", "reports", "packages/*", "scripts", `!${directory.split("/src")[0]}`],
    reporters: ["clear-text", process.stdout.isTTY ? "progress" : "progress-append-only"],
    clearTextReporter: { reportTests: false, logTests: false, allowColor: false },
  });
  const results = await stryker.runMutationTest();
  const count = (...statuses: string[]) => results.filter(({ status }) => statuses.includes(status)).length;
  const detected = count("Killed", "Timeout");
  return (100 * detected) / (detected + count("Survived", "NoCoverage"));
}
