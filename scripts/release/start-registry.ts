import { once } from "node:events";
import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { installPackages } from "../src/install-packages.ts";

const VERDACCIO = "6.10.4";

/** A running npm registry. */
export interface Registry {
  readonly url: string;
  /** Closes the registry. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** Starts an empty registry that stores packages in a directory. It accepts all users, and has no upstream registry. */
export async function startRegistry(directory: string): Promise<Registry> {
  mkdirSync(directory, { recursive: true });
  // Verdaccio depends on the dist-tag `cjs` of node-fetch. Mirrors of npm may not have dist-tags of old releases.
  const folder = installPackages({ verdaccio: VERDACCIO }, { "node-fetch": "2.7.0" });
  const verdaccio: Verdaccio = createRequire(join(folder, "package.json"))("verdaccio");
  const server = await verdaccio.runServer({
    self_path: join(directory, "config.yaml"),
    storage: join(directory, "storage"),
    auth: { htpasswd: { file: join(directory, "htpasswd") } },
    packages: { "**": { access: "$all", publish: "$all" } },
    log: { type: "file", path: join(directory, "verdaccio.log"), format: "json", level: "warn" },
    web: { enable: false },
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface Verdaccio {
  readonly runServer: (config: object) => Promise<Server>;
}
