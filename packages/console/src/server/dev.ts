import { readEnvironment } from "./read-environment.ts";
import { startDevConsole } from "./start-dev-console.ts";

try {
  const { port, token } = readEnvironment(process.env);
  const { url, reload, close } = await startDevConsole({ port });
  const end = () => void close().then(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  // The parent process rebuilds the packages and then sends this message. This server exits when its parent does.
  process.on("message", (message) => message === "rebuilt" && reload());
  process.once("disconnect", end);
  console.log(
    `segment-iam console: ${url} (${token ? "the real workspace of SEGMENT_TOKEN" : "mock workspace"}, reloads on changes)`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
