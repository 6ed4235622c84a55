import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installComparedPackages } from "../install-peers.ts";

const PACKAGES = {
  "@octokit/core": "7.0.8",
  "@octokit/plugin-retry": "8.1.1",
  "@octokit/plugin-throttling": "11.0.5",
  "@smithy/core": "3.41.0",
  bottleneck: "2.19.5",
  ky: "2.1.0",
  "p-limit": "7.3.3",
  "p-retry": "9.0.0",
  "p-throttle": "8.1.1",
  "rate-limiter-flexible": "11.4.0",
};

/**
 * Imports an installed package. The caller declares the type of the module.
 *
 * Each `copy` evaluates the package's main module again. Packages with module-level queues need one copy for each simulated process.
 */
export type Load = <Module>(name: keyof typeof PACKAGES | "@smithy/core/retry", copy?: string) => Promise<Module>;

/** Installs the packages if necessary. Returns the URL of a module that resolves their names. */
export function installLimitPeers(): string {
  const file = join(installComparedPackages(PACKAGES), "resolve.mjs");
  writeFileSync(file, "export const resolve = (name) => import.meta.resolve(name);\n");
  return pathToFileURL(file).href;
}

/** Returns a function that imports packages from the folder of `installLimitPeers`. */
export async function createLoad(resolverUrl: string): Promise<Load> {
  const { resolve }: { resolve: (name: string) => string } = await import(resolverUrl);
  return (name, copy) => import(copy === undefined ? resolve(name) : `${resolve(name)}?${copy}`);
}
