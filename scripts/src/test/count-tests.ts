import { globSync, readFileSync } from "node:fs";

/** How many tests ran, and how they ended. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Adds up the reports that the test runner leaves in each package; turbo brings them back when it skips a package's run. */
export function countTests(root: string): TestCounts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of globSync("{packages/*,scripts}/reports/*.json", { cwd: root })) {
    const report: unknown = JSON.parse(readFileSync(`${root}/${file}`, "utf8"));
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
