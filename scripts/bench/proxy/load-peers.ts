import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installComparedPackages } from "../install-peers.ts";

const PACKAGES = {
  "@hono/node-server": "2.1.9",
  autocannon: "9.0.0",
  hono: "4.13.19",
  "http-proxy": "1.18.1",
  srvx: "1.0.8",
};

/** Imports an installed package. The caller declares the type of the module. */
export type Load = <Module>(name: keyof typeof PACKAGES | "hono/proxy") => Promise<Module>;

/** Installs the packages if necessary. Returns a function that imports them. */
export function loadProxyPeers(): Load {
  const { resolve } = createRequire(join(installComparedPackages(PACKAGES), "package.json"));
  return (name) => import(pathToFileURL(resolve(name)).href);
}
