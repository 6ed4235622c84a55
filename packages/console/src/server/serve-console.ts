import { parseArgs } from "node:util";
import { formatQuantity } from "../format.ts";
import { nameWorkspace } from "../workspace.ts";
import { messageOf } from "./message-of.ts";
import { readSettings } from "./read-settings.ts";
import { describeWorkspace } from "./start-api.ts";
import type { ConsoleOptions } from "./start-console.ts";
import { verifyToken } from "./verify-token.ts";

/** A server that this process runs. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Reads the settings, verifies the token, starts a server and prints its URL. Stops the server on SIGINT and SIGTERM, and exits.
 *
 * Prints a failure in one line, and sets the exit code: 2 for invalid settings, otherwise 1.
 *
 * @returns the server; `undefined` if it did not start
 */
export async function serveConsole<Server extends RunningServer>(
  start: (options: ConsoleOptions) => Promise<Server>,
): Promise<Server | undefined> {
  let isConfigured = false;
  try {
    const { users } = parseArgs({ options: { users: { type: "string" } } }).values;
    const options = readSettings(process.env, users);
    isConfigured = true;
    const workspaceId = await verify(options);
    const server = await start({ ...options, workspaceId });
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void server.close().then(() => process.exit(0)));
    }
    console.log(`\nConsole:    ${server.url}`);
    console.log(`Workspace:  ${describeMode({ ...options, workspaceId })}`);
    console.log("Stop:       Ctrl-C");
    return server;
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = isConfigured ? 1 : 2;
    return undefined;
  }
}

async function verify({ token, region }: ConsoleOptions): Promise<string | undefined> {
  if (token === undefined) return undefined;
  console.log("Verifying SEGMENT_TOKEN");
  const { workspaceId, warning } = await verifyToken({ token, region });
  if (warning !== undefined) console.error(`Warning: ${warning}`);
  return workspaceId;
}

function describeMode(options: ConsoleOptions): string {
  const workspace = describeWorkspace(options);
  const name = `the ${nameWorkspace(workspace)}`;
  if (workspace.kind === "live") {
    return `${name}${workspace.id === undefined ? ", ID unknown" : ""}. Changes take effect immediately.`;
  }
  const { users = 1_000 } = options.mock ?? {};
  const count = typeof users === "number" ? users : users.length;
  return `${name} of ${formatQuantity(count, ["user", "users"])}. Changes are lost on restart.`;
}
