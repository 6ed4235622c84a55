import { join } from "node:path";

import { REPOSITORY } from "./repository.ts";

// Turbo inherits it.
process.env["TURBO_TELEMETRY_DISABLED"] ??= "1";

/** The arguments for Node that run turbo tasks, in the named packages or, if none is named, in all. */
export function turboRun(
  tasks: readonly string[],
  packages: readonly string[] = [],
  options: readonly string[] = [],
): string[] {
  const filters = packages.map((name) => `--filter=@segment-iam/${name}`);
  return [join(REPOSITORY, "node_modules/turbo/bin/turbo"), "run", ...tasks, ...filters, ...options];
}
