import { ConfigError } from "@segment-iam/client";
import { counted } from "../format.ts";
import { readEnvironment } from "./read-environment.ts";
import { startConsole } from "./start-console.ts";

try {
  const options = readEnvironment(process.env);
  const { url, workspace, close } = await startConsole(options);
  const subject = workspace
    ? `mock workspace of ${counted(workspace.users.length, ["user", "users"])}`
    : `the real workspace of SEGMENT_TOKEN, region ${options.region ?? "us"}`;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
  console.log(`segment-iam console: ${url} (${subject})`);
} catch (error) {
  // The region was checked before, so that the only thing left to be set up wrongly is the token.
  const subject = error instanceof ConfigError ? "SEGMENT_TOKEN: " : "";
  console.error(`${subject}${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
