import { parseArgs } from "node:util";

import { defaultRegion, regions } from "../../../packages/client/src/generated/servers.ts";
import { messageOf } from "../../../packages/console/src/server/message-of.ts";
import { readSettings } from "../../../packages/console/src/server/read-settings.ts";

/** The text of `--help`. */
export const HELP = `Usage: pnpm start [options]

Generates, builds and serves the console.

  --users N  the number of users in the mock workspace (default: 1000)
  --watch    repeat whenever spec/iam-users.yaml changes, and reload the console
  --help     show this text

Environment variables:

  SEGMENT_TOKEN   the Public API token of a live workspace (default: a mock workspace)
  SEGMENT_REGION  the region of the live workspace, ${Object.keys(regions).join(" or ")} (default: ${defaultRegion})
  PORT            the port to listen on; 0 selects a free port (default: the first free port from 4300)`;

/** The command that the arguments select. */
export type Command =
  | { readonly name: "help" }
  | { readonly name: "error"; readonly message: string }
  /** `serverOptions` are the options to pass to the server. */
  | { readonly name: "start"; readonly watch: boolean; readonly serverOptions: readonly string[] };

/** Reads the options and the environment variables, before anything is built. */
export function readCommand(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Command {
  try {
    const flag = { type: "boolean", default: false } as const;
    const { values } = parseArgs({ args: [...args], options: { watch: flag, help: flag, users: { type: "string" } } });
    const { watch, help, users } = values;
    if (help) return { name: "help" };
    // Only validates the settings. The server reads them again.
    readSettings(env, users);
    return { name: "start", watch, serverOptions: users === undefined ? [] : ["--users", users] };
  } catch (error) {
    const [message = ""] = messageOf(error).split("\n");
    return { name: "error", message: `${message.replace(/\.$/, "")}. Run with --help for all settings.` };
  }
}
