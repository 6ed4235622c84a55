import { parseArgs } from "node:util";
import { messageOf } from "./message-of.ts";
import { readSettings } from "./read-settings.ts";
import { serveConsole } from "./serve-console.ts";
import { startConsole } from "./start-console.ts";

/** Serves the built console. Options: `--users N`. */
try {
  const { users } = parseArgs({ options: { users: { type: "string" } } }).values;
  await serveConsole(readSettings(process.env, users), startConsole);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}
