#!/usr/bin/env node
import { createMockWorkspace } from "./create-mock-workspace.ts";
import { readArguments, usage, UsageError } from "./read-arguments.ts";
import { startMockServer } from "./server.ts";

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(`segment-iam-mock: ${messageOf(error)}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function run(args: readonly string[]): Promise<void> {
  const { help, host, port, ...options } = readArguments(args);
  if (help) return console.log(usage);
  const server = await startMockServer({ workspace: createMockWorkspace(options), host, port });
  console.log(`Mock server listening on ${server.url} (${server.workspace.users.length} users)`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void server.close());
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError) return `${error.message}. See segment-iam-mock --help.`;
  const inUse = "code" in error && error.code === "EADDRINUSE";
  return inUse ? `${error.message}. Choose another port with --port.` : error.message;
}
