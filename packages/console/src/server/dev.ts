import { parseArgs } from "node:util";
import { messageOf } from "./message-of.ts";
import { readSettings } from "./read-settings.ts";
import { serveConsole } from "./serve-console.ts";
import { startDevConsole } from "./start-dev-console.ts";

/** Serves the console with Vite's development server. Options: `--users N`. */
try {
  const { users } = parseArgs({ options: { users: { type: "string" } } }).values;
  const server = await serveConsole(readSettings(process.env, users), startDevConsole);
  // The parent process rebuilds the packages and then sends this message. This server exits when its parent does.
  process.on("message", (message) => message === "rebuilt" && server?.reload());
  process.once("disconnect", () => void server?.close().then(() => process.exit(0)));
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}
