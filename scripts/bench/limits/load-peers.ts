import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installPeers } from "../install-peers.ts";

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
 * Imports a package from npm. The caller declares the type of the module. A new `copy` runs the main file of the package
 * again, for packages that keep their queues in a module: each simulated process needs its own.
 */
export type Load = <Module>(name: keyof typeof PACKAGES | "@smithy/core/retry", copy?: string) => Promise<Module>;

/** Installs the packages if needed. Returns the URL of a module that resolves their names. */
export function installLimitPeers(): string {
  const file = join(installPeers(PACKAGES), "resolve.mjs");
  writeFileSync(file, "export const resolve = (name) => import.meta.resolve(name);\n");
  return pathToFileURL(file).href;
}

/** Returns the function that imports packages from where `installLimitPeers` put them. */
export async function createLoad(resolverUrl: string): Promise<Load> {
  const { resolve }: { resolve: (name: string) => string } = await import(resolverUrl);
  return (name, copy) => import(copy === undefined ? resolve(name) : `${resolve(name)}?${copy}`);
}
