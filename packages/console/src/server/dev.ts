import { serveConsole } from "./serve-console.ts";
import { startDevConsole } from "./start-dev-console.ts";

/** Serves the console with Vite's development server. Options: `--users N`. */
const server = await serveConsole(startDevConsole);
if (server) {
  // The parent process rebuilds the packages and then sends this message. This server exits when its parent does.
  process.on("message", (message) => message === "rebuilt" && server.reload());
  process.once("disconnect", () => void server.close().then(() => process.exit(0)));
}
