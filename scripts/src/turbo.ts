import { join } from "node:path";

import { REPOSITORY } from "./repository.ts";

// The turbo process inherits this variable.
process.env["TURBO_TELEMETRY_DISABLED"] ??= "1";

/** Returns the arguments for Node to run turbo tasks in the given packages, or in all packages if `packages` is empty. */
export function turboRun(
  tasks: readonly string[],
  packages: readonly string[] = [],
  options: readonly string[] = [],
): string[] {
  const filters = packages.map((name) => `--filter=@segment-iam/${name}`);
  return [join(REPOSITORY, "node_modules/turbo/bin/turbo"), "run", ...tasks, ...filters, ...options];
}
