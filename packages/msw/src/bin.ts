#!/usr/bin/env node
import { readArguments, usage, UsageError } from "./cli/read-arguments.ts";
import { readState, writeState } from "./cli/state-file.ts";
import { createMockWorkspace } from "./create-mock-workspace.ts";
import { startMockServer, type MockServer } from "./server.ts";

await exitOnError(() => run(process.argv.slice(2)));

async function run(args: readonly string[]): Promise<void> {
  const { help, host, port, cors, state, errorRate, ...options } = readArguments(args, process.env);
  if (help) return console.log(usage);
  const saved = state === undefined ? undefined : await readState(state);
  const workspace = createMockWorkspace({ ...options, ...saved });
  // Writes the file now, so that a write error occurs at the start, not on exit.
  if (state !== undefined && saved === undefined) await writeState(state, workspace.snapshot());
  if (errorRate > 0) workspace.fail("*", { status: 503, rate: errorRate });
  const server = await startMockServer({ workspace, host, port, cors });
  console.log(`Mock server listening on ${server.url} (${workspace.users.length} users)`);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => void exitOnError(() => stop(server, state)));
  }
}

async function stop({ workspace, close }: MockServer, state: string | undefined): Promise<void> {
  await close();
  if (state === undefined) return;
  await writeState(state, workspace.snapshot());
  console.log(`Saved the workspace to ${state}`);
}

/** Prints an error as one line, and sets the exit code: 2 for invalid options, otherwise 1. */
async function exitOnError(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    console.error(`segment-iam-mock: ${messageOf(error)}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError) return `${error.message}. See segment-iam-mock --help.`;
  const inUse = "code" in error && error.code === "EADDRINUSE";
  return inUse ? `${error.message}. Choose another port with --port.` : error.message;
}
