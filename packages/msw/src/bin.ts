#!/usr/bin/env node
import { readArguments, usage } from "./cli/read-arguments.ts";
import { UsageError } from "./cli/usage-error.ts";
import { createMockWorkspace } from "./create-mock-workspace.ts";
import { startMockServer } from "./start-mock-server.ts";

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(`segment-iam-mock: ${explain(error)}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function run(args: readonly string[]): Promise<void> {
  const { help, host, port, ...options } = readArguments(args);
  if (help) return console.log(usage);
  const server = await startMockServer({ workspace: createMockWorkspace(options), host, port });
  console.log(`A mock workspace with ${server.workspace.users.length} users listens on ${server.url}`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void server.close());
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError) return `${error.message}. See segment-iam-mock --help.`;
  const inUse = "code" in error && error.code === "EADDRINUSE";
  return inUse ? `${error.message}. Choose another port with --port.` : error.message;
}
