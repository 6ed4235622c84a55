import { spawnSync } from "node:child_process";
import { globSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installSystemPackages } from "../system/install-system-packages.ts";
import { countTests } from "./count-tests.ts";

/** Every gate of the repository; turbo runs them in the order their needs allow and skips what has not changed. */
const tasks = [
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

const root = join(import.meta.dirname, "../../..");

try {
  installSystemPackages();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
// A report that an earlier, broken run left behind must not be counted.
for (const file of globSync("{packages/*,scripts}/reports", { cwd: root }))
  rmSync(join(root, file), { recursive: true });

const { status } = spawnSync(
  "turbo",
  ["run", ...tasks, "--output-logs=new-only", "--concurrency=50%", "--continue=dependencies-successful"],
  {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  },
);
const { passed, failed, skipped } = countTests(root);
if (status !== 0) console.error("A check failed; see above");
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(status === 0 && failed === 0 && passed > 0 ? 0 : 1);
