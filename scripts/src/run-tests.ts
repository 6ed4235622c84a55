import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { REPOSITORY } from "./repository.ts";
import { installSystemPackages } from "./system/install-system-packages.ts";
import { turboRun } from "./turbo.ts";

/** All checks of the repository. Turbo orders them by dependency and restores unchanged ones from its cache. */
const CHECKS = [
  "lint",
  "format:check",
  "knip",
  "generate:check",
  "typecheck",
  "build",
  "test",
  "test:packages",
  "test:faults",
];

const OPTIONS = ["--output-logs=new-only", "--concurrency=100%", "--continue=dependencies-successful"];

/** In a nightly run, property tests use `PROPERTY_SEED`, or a random seed if it is not set. */
const { nightly } = parseArgs({ options: { nightly: { type: "boolean", default: false } } }).values;

process.exitCode = main();

function main(): number {
  try {
    installSystemPackages();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  deleteReports();
  const seed = process.env["PROPERTY_SEED"] ?? String(randomInt(2 ** 31));
  if (nightly) console.log(`PROPERTY_SEED=${seed}`);
  const { status } = spawnSync(process.execPath, turboRun(nightly ? ["test"] : CHECKS, [], OPTIONS), {
    cwd: REPOSITORY,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...(nightly && { PROPERTY_SEED: seed }) },
  });
  const { passed, failed, skipped } = countTests();
  if (status !== 0) console.error("A check failed. Its output is above.");
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  if (nightly) console.log(`Repeat this run with: PROPERTY_SEED=${seed} npx -y pnpm@12 test:nightly`);
  return status === 0 && failed === 0 && passed > 0 ? 0 : 1;
}

/** Deletes the reports of earlier runs. Turbo restores the reports of cached tasks. */
function deleteReports(): void {
  for (const directory of globSync("{packages/*,scripts}/reports", { cwd: REPOSITORY })) {
    rmSync(join(REPOSITORY, directory), { recursive: true });
  }
}

/** Sums the test counts of the reports that Vitest writes in each package. */
function countTests(): { passed: number; failed: number; skipped: number } {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of globSync("{packages/*,scripts}/reports/*.json", { cwd: REPOSITORY })) {
    const report: unknown = JSON.parse(readFileSync(join(REPOSITORY, file), "utf8"));
    counts.passed += numberAt(report, "numPassedTests");
    counts.failed += numberAt(report, "numFailedTests");
    counts.skipped += numberAt(report, "numPendingTests");
  }
  return counts;
}

function numberAt(report: unknown, member: string): number {
  const value = typeof report === "object" && report !== null ? Reflect.get(report, member) : undefined;
  return typeof value === "number" ? value : 0;
}
