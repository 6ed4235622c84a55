import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installPeers } from "../install-peers.ts";

const PACKAGES = {
  "@octokit/core": "7.0.8",
  "@octokit/plugin-retry": "8.1.1",
  "@octokit/plugin-throttling": "11.0.5",
  "@sinonjs/fake-timers": "15.5.0",
  "@smithy/core": "3.41.0",
  bottleneck: "2.19.5",
  ky: "2.1.0",
  "p-retry": "9.0.0",
  "p-throttle": "8.1.1",
  "rate-limiter-flexible": "11.4.0",
};

/**
 * Imports a package from npm. Who declares the type `Module` vouches for it. With a `copy`, the package's main file runs
 * again for each new value, as it does in each process of its own: one contender keeps its queues in there.
 */
export type Load = <Module>(name: keyof typeof PACKAGES | "@smithy/core/retry", copy?: string) => Promise<Module>;

/** Installs the packages, if they are not yet there, and answers with the address of a module that finds them. */
export function installLimitPeers(): string {
  const file = join(installPeers(PACKAGES), "resolve.mjs");
  writeFileSync(file, "export const resolve = (name) => import.meta.resolve(name);\n");
  return pathToFileURL(file).href;
}

/** Imports packages from where `installLimitPeers` put them. */
export async function peerLoader(address: string): Promise<Load> {
  const { resolve }: { resolve: (name: string) => string } = await import(address);
  return (name, copy) => import(copy === undefined ? resolve(name) : `${resolve(name)}?${copy}`);
}
