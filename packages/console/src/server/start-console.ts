import { existsSync } from "node:fs";
import { join } from "node:path";
import type { MockWorkspace } from "@segment-iam/msw/server";
import { createConsoleHandler } from "./create-console-handler.ts";
import { listen } from "./listen.ts";
import { startApi, type ApiOptions } from "./start-api.ts";

/** Where and on what the console runs. */
export interface ConsoleOptions extends ApiOptions {
  /** The port to listen on; `0` is any free one. @default the first free one from 4300 */
  readonly port?: number | undefined;
}

/** A console that runs. */
export interface RunningConsole {
  /** The address to open. */
  readonly url: string;
  /** The mock workspace it shows; `undefined` when it is the real one. */
  readonly workspace: MockWorkspace | undefined;
  /** Ends it, with every connection that is still open. */
  close(): Promise<void>;
}

const directory = join(import.meta.dirname, "../../dist");

/**
 * Starts the built console, the proxy and, without a token, a mock workspace: all in this process, all on loopback addresses.
 *
 * @throws {ConfigError} when the token or the region cannot be right.
 * @throws when the console is not built, or its port is taken.
 */
export async function startConsole({ port, ...options }: ConsoleOptions = {}): Promise<RunningConsole> {
  if (!existsSync(join(directory, "index.html"))) {
    throw new Error(
      "The console is not built; run `npx -y pnpm@12 start` in the repository's root, which builds it first",
    );
  }
  const api = await startApi(options);
  try {
    const kind = api.workspace ? "mock" : "live";
    const server = await listen(createConsoleHandler({ api: api.handle, directory, kind }), port);
    const url = `http://localhost:${new URL(server.url ?? "").port}`;
    const close = async () => void (await Promise.all([server.close(true), api.close()]));
    return { url, workspace: api.workspace, close };
  } catch (error) {
    await api.close();
    throw error;
  }
}
