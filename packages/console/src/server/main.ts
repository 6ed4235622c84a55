import { ConfigError } from "@segment-iam/client";
import { formatQuantity } from "../format.ts";
import { readEnvironment } from "./read-environment.ts";
import { startConsole } from "./start-console.ts";

try {
  const options = readEnvironment(process.env);
  const { url, workspace, close } = await startConsole(options);
  const subject = workspace
    ? `mock workspace of ${formatQuantity(workspace.users.length, ["user", "users"])}`
    : `the real workspace of SEGMENT_TOKEN, region ${options.region ?? "us"}`;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
  console.log(`segment-iam console: ${url} (${subject})`);
} catch (error) {
  // readEnvironment has validated the region, so a ConfigError is about the token.
  const subject = error instanceof ConfigError ? "SEGMENT_TOKEN: " : "";
  console.error(`${subject}${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
