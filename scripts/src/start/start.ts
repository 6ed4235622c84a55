import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { REPOSITORY } from "../repository.ts";
import { turboRun } from "../turbo.ts";
import { startChild, type Child } from "./start-child.ts";
import { watchConsole } from "./watch-console.ts";

const HELP = `Usage: pnpm start [options]

Generates, builds and serves the console.

  --watch  repeat whenever spec/iam-users.yaml changes, and reload the console
  --help   show this text`;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const SERVER = join(REPOSITORY, "packages/console/src/server");

process.exitCode = await main();

async function main(): Promise<number> {
  const options = readArguments();
  if (!options) {
    console.error(HELP);
    return 2;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  return options.watch ? watch() : startOnce();
}

function readArguments(): { watch: boolean; help: boolean } | undefined {
  try {
    const flag = { type: "boolean", default: false } as const;
    return parseArgs({ options: { watch: flag, help: flag } }).values;
  } catch {
    return undefined;
  }
}

async function startOnce(): Promise<number> {
  const code = await prepare();
  if (code !== "ready") return code;
  // Runs the console in this process, so both exit together.
  await import(pathToFileURL(join(SERVER, "main.ts")).href);
  return Number(process.exitCode ?? 0);
}

/** Generates and builds. Returns the exit code if a step fails or is stopped. */
async function prepare(): Promise<number | "ready"> {
  let child: Child | undefined;
  using signals = stopOnSignal(() => child?.stop());
  for (const program of [generate, () => turbo("build", "console")]) {
    child = program();
    const code = await child.exited;
    if (signals.isReceived) return 0;
    if (code !== 0) return code ?? 1;
  }
  return "ready";
}

async function watch(): Promise<number> {
  const programs = {
    generate,
    // Type-checks the two packages that refer to operations by name, so that errors appear before the browser reloads.
    build: () => turbo("typecheck", "console", "msw"),
    serve: () => startChild([join(SERVER, "dev.ts")], REPOSITORY),
  };
  const spec = join(REPOSITORY, "spec/iam-users.yaml");
  const watched = watchConsole(spec, programs, (message) => console.error(message));
  using signals = stopOnSignal(() => watched.stop());
  const code = await watched.exited;
  await watched.stop();
  return signals.isReceived ? 0 : (code ?? 1);
}

function generate(): Child {
  return turbo("generate", "scripts");
}

/** Runs a turbo task and its dependencies. */
function turbo(task: string, ...packages: readonly string[]): Child {
  return startChild(turboRun([task], packages, ["--log-prefix=none", "--output-logs=errors-only"]), REPOSITORY);
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
