import { watchSpec, type StopWatching } from "../watch-spec.ts";
import type { Child } from "./start-child.ts";

/** The programs to run when the document changes. */
export interface WatchedPrograms {
  /** Generates the code. Writes nothing if its exit code is not 0. */
  generate(): Child;
  /** Builds and checks the packages. */
  build(): Child;
  /** Serves the console. Reloads the packages on the message `rebuilt`. */
  serve(): Child;
}

/** A running console that follows changes of the document. */
export interface WatchedConsole {
  /** Stops all programs. */
  stop(): Promise<void>;
  /** Resolves with the exit code of the server. */
  readonly exited: Promise<number | undefined>;
}

/**
 * Serves a console. Generates and builds again whenever the document changes.
 *
 * If an update fails, the server keeps running with the previous version.
 */
export function watchConsole(spec: string, programs: WatchedPrograms, log: (message: string) => void): WatchedConsole {
  const { promise: exited, resolve } = Promise.withResolvers<number | undefined>();
  let server: Child | undefined;
  let step: Child | undefined;
  let isStopped = false;

  const runStep = async (program: () => Child): Promise<boolean> => {
    if (isStopped) return false;
    step = program();
    const code = await step.exited;
    step = undefined;
    return code === 0 && !isStopped;
  };
  const logUnlessStopped = (message: string): void => {
    if (!isStopped) log(message);
  };
  const update = async (): Promise<{ exitCode: number }> => {
    const succeeded = (await runStep(programs.generate)) && (await runStep(programs.build));
    if (!succeeded) {
      if (server) logUnlessStopped("The console keeps running with the previous version.");
      return { exitCode: 1 };
    }
    if (server) {
      server.send("rebuilt");
    } else {
      server = programs.serve();
      void server.exited.then(resolve);
    }
    return { exitCode: 0 };
  };

  const stopWatching: StopWatching = watchSpec(spec, update, logUnlessStopped);
  return {
    exited,
    async stop() {
      isStopped = true;
      stopWatching();
      await Promise.all([step?.stop(), server?.stop()]);
      resolve(undefined);
    },
  };
}
