import { existsSync } from "node:fs";
import { join } from "node:path";
import type { MockWorkspace } from "@segment-iam/msw/server";
import { createConsoleHandler } from "./create-console-handler.ts";
import { listen } from "./listen.ts";
import { describeWorkspace, startApi, type ApiOptions } from "./start-api.ts";

/** Options of {@link startConsole}. */
export interface ConsoleOptions extends ApiOptions {
  /** The port to listen on; `0` selects a free port. @default the first free port from 4300 */
  readonly port?: number | undefined;
}

/** A running console. */
export interface RunningConsole {
  /** The URL to open. */
  readonly url: string;
  /** The mock workspace; `undefined` with a token. */
  readonly workspace: MockWorkspace | undefined;
  /** Stops the server and closes all connections. */
  close(): Promise<void>;
}

const directory = join(import.meta.dirname, "../../dist");

/**
 * Starts the built console, the proxy and, without a token, a mock workspace. All run in this process on loopback addresses.
 *
 * @throws {ConfigError} if the token or the region is invalid
 * @throws {Error} if the console is not built, or the port is in use
 */
export async function startConsole({ port, ...options }: ConsoleOptions = {}): Promise<RunningConsole> {
  if (!existsSync(join(directory, "index.html"))) {
    throw new Error("The console is not built. Run `npx -y pnpm@12 start` in the repository's root.");
  }
  const api = await startApi(options);
  try {
    const workspace = describeWorkspace(options);
    const server = await listen(createConsoleHandler({ api: api.handle, directory, workspace }), port);
    const url = `http://localhost:${new URL(server.url ?? "").port}`;
    const close = async () => void (await Promise.all([server.close(true), api.close()]));
    return { url, workspace: api.workspace, close };
  } catch (error) {
    await api.close();
    throw error;
  }
}
