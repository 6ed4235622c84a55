import { join } from "node:path";
import { createServer } from "vite";
import { FIRST_PORT } from "./listen.ts";

/** A console that is served from its sources. */
export interface DevConsole {
  /** The address to open. */
  readonly url: string;
  /** Shows the packages as they are built now: in the browser, which reloads, and in the API. */
  reload(): void;
  /** Ends it, with every connection that is still open. */
  close(): Promise<void>;
}

/**
 * Serves the console from its sources, on a loopback address. What is edited in them shows at once, the packages only by `reload`,
 * because a build takes them away before it brings them back.
 *
 * @throws when the port is asked for and taken.
 */
export async function startDevConsole({ port }: { port?: number | undefined } = {}): Promise<DevConsole> {
  const server = await createServer({
    root: join(import.meta.dirname, "../.."),
    logLevel: "warn",
    clearScreen: false,
    server: {
      host: "127.0.0.1",
      port: port ?? FIRST_PORT,
      strictPort: port !== undefined,
      watch: { ignored: ["**/packages/*/dist/**"] },
    },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== "object" || !address) throw new Error("The development server listens nowhere");
  return {
    url: `http://localhost:${address.port}`,
    reload() {
      for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
      server.ws.send({ type: "full-reload" });
    },
    close: () => server.close(),
  };
}
