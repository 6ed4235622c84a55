import { join } from "node:path";
import { createServer } from "vite";
import { apiPlugin } from "./api-plugin.ts";
import { FIRST_PORT } from "./listen.ts";
import type { ConsoleOptions } from "./start-console.ts";

/** A console served by Vite's development server. */
export interface DevConsole {
  /** The URL to open. */
  readonly url: string;
  /** Loads the rebuilt packages: reloads the page and restarts the API. */
  reload(): void;
  /** Stops the server and closes all connections. */
  close(): Promise<void>;
}

/**
 * Serves the console from its sources on a loopback address, with the proxy and, without a token, a mock workspace.
 *
 * Changes to the console's sources appear immediately. Call `reload` after a build of the packages. Vite does not watch them, because
 * a build deletes their files before it writes them.
 *
 * @throws {Error} if the given port is in use
 */
export async function startDevConsole({ port, ...options }: ConsoleOptions = {}): Promise<DevConsole> {
  const server = await createServer({
    root: join(import.meta.dirname, "../.."),
    logLevel: "warn",
    clearScreen: false,
    plugins: [apiPlugin(options)],
    server: {
      host: "127.0.0.1",
      port: port ?? FIRST_PORT,
      strictPort: port !== undefined,
      watch: { ignored: ["**/packages/*/dist/**"] },
    },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== "object" || !address) throw new Error("The development server has no address");
  return {
    url: `http://localhost:${address.port}`,
    reload() {
      for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
      server.ws.send({ type: "full-reload" });
    },
    close: () => server.close(),
  };
}
