import { serveConsole } from "./serve-console.ts";
import { startConsole } from "./start-console.ts";

/** Serves the built console. Options: `--users N`. */
await serveConsole(startConsole);
