import { join } from "node:path";

import { REPOSITORY } from "./repository.ts";

/** The arguments for Node that run a turbo task, in all packages or in those that are named. */
export function turboRun(task: string, packages: readonly string[] = [], options: readonly string[] = []): string[] {
  const filters = packages.map((name) => `--filter=@segment-iam/${name}`);
  return [join(REPOSITORY, "node_modules/turbo/bin/turbo"), "run", task, ...filters, ...options];
}
