import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { REPOSITORY } from "../repository.ts";
import { startChild, type Child } from "./start-child.ts";
import { watchConsole } from "./watch-console.ts";
import { turboRun } from "../turbo.ts";

const HELP = `Usage: pnpm start [options]

Generates, builds and serves the console.

  --watch  do so again whenever spec/iam-users.yaml changes; the console reloads
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
  // From here on this process is the console, and ends as that does.
  await import(pathToFileURL(join(SERVER, "main.ts")).href);
  return Number(process.exitCode ?? 0);
}

/** Generates and builds; gives the exit code when that fails or is stopped. */
async function prepare(): Promise<number | "ready"> {
  let child: Child | undefined;
  using stopping = stopOnSignal(() => child?.stop());
  for (const program of [generate, () => turbo("build", "console")]) {
    child = program();
    const code = await child.ended;
    if (stopping.isStopped) return 0;
    if (code !== 0) return code ?? 1;
  }
  return "ready";
}

async function watch(): Promise<number> {
  const programs = {
    generate,
    // These two name operations: the check finds what they miss in the new packages before a browser does.
    build: () => turbo("typecheck", "console", "msw"),
    serve: () => startChild([join(SERVER, "dev.ts")], REPOSITORY),
  };
  const spec = join(REPOSITORY, "spec/iam-users.yaml");
  const watched = watchConsole(spec, programs, (message) => console.error(message));
  using stopping = stopOnSignal(() => watched.stop());
  const code = await watched.ended;
  await watched.stop();
  return stopping.isStopped ? 0 : (code ?? 1);
}

function generate(): Child {
  return turbo("generate", "scripts");
}

/** Runs a task for packages, after the tasks that it depends on. */
function turbo(task: string, ...packages: readonly string[]): Child {
  return startChild(turboRun([task], packages, ["--log-prefix=none", "--output-logs=errors-only"]), REPOSITORY);
}

/** Listens to signals until it is disposed. */
interface Stopping extends Disposable {
  /** Whether a signal came. */
  readonly isStopped: boolean;
}

/** Calls `stop` once, on the first signal that asks the process to end. */
function stopOnSignal(stop: () => Promise<void> | undefined): Stopping {
  let isStopped = false;
  const onSignal = (): void => {
    if (!isStopped) void stop();
    isStopped = true;
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    get isStopped() {
      return isStopped;
    },
    [Symbol.dispose]() {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
