import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { REPOSITORY } from "../repository.ts";
import { turboRun } from "../turbo.ts";
import { HELP, readCommand } from "./read-command.ts";
import { startChild, type Child } from "./start-child.ts";
import { watchConsole } from "./watch-console.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const SERVER = join(REPOSITORY, "packages/console/src/server");

process.exitCode = await main();

async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2), process.env);
  switch (command.name) {
    case "help":
      console.log(HELP);
      return 0;
    case "error":
      console.error(command.message);
      return 2;
    default:
      return command.watch ? watch(command.serverOptions) : startOnce();
  }
}

async function startOnce(): Promise<number> {
  const code = await prepare();
  if (code !== "ready") return code;
  // Runs the console in this process. Its entry point reads `--users` from `process.argv`.
  await import(pathToFileURL(join(SERVER, "main.ts")).href);
  return Number(process.exitCode ?? 0);
}

/** Generates and builds. Returns the exit code if a step fails or is stopped. */
async function prepare(): Promise<number | "ready"> {
  let child: Child | undefined;
  using signals = stopOnSignal(() => child?.stop());
  for (const program of [generate, build]) {
    child = program();
    const code = await child.exited;
    if (signals.isReceived) return 0;
    if (code !== 0) return code ?? 1;
  }
  return "ready";
}

async function watch(serverOptions: readonly string[]): Promise<number> {
  const programs = {
    generate,
    // Type-checks the two packages that refer to operations by name, so that errors appear before the browser reloads.
    build: () => turbo("Building the packages", "typecheck", "console", "msw"),
    serve: () => startChild([join(SERVER, "dev.ts"), ...serverOptions], REPOSITORY),
  };
  const spec = join(REPOSITORY, "spec/iam-users.yaml");
  const watched = watchConsole(spec, programs, (message) => console.error(message));
  using signals = stopOnSignal(() => watched.stop());
  const code = await watched.exited;
  await watched.stop();
  return signals.isReceived ? 0 : (code ?? 1);
}

function generate(): Child {
  return turbo("Generating code", "generate", "scripts");
}

function build(): Child {
  return turbo("Building the console", "build", "console");
}

/** Prints the step, and runs a turbo task and its dependencies. */
function turbo(step: string, task: string, ...packages: readonly string[]): Child {
  console.log(step);
  return startChild(turboRun([task], packages, ["--log-prefix=none", "--output-logs=errors-only"]), REPOSITORY, {
    isQuiet: true,
  });
}

/** A listener for signals. Stops listening when it is disposed. */
interface SignalListener extends Disposable {
  /** Whether a signal was received. */
  readonly isReceived: boolean;
}

/** Calls `stop` once, on the first signal to terminate. */
function stopOnSignal(stop: () => Promise<void> | undefined): SignalListener {
  let isReceived = false;
  const onSignal = (): void => {
    if (!isReceived) void stop();
    isReceived = true;
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    get isReceived() {
      return isReceived;
    },
    [Symbol.dispose]() {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
