import { watchSpec, type StopWatching } from "../watch-spec.ts";
import type { Child } from "./start-child.ts";

/** The programs that run when the document changes. */
export interface WatchedPrograms {
  /** Generates the code. On any exit code but 0 it has written nothing. */
  generate(): Child;
  /** Builds and checks the packages. */
  build(): Child;
  /** Serves the console, and reloads the packages on the message `rebuilt`. */
  serve(): Child;
}

/** A console that is kept up to date with the document. */
export interface WatchedConsole {
  /** Stops all programs. */
  stop(): Promise<void>;
  /** Resolves with the exit code of the server. */
  readonly ended: Promise<number | undefined>;
}

/**
 * Serves a console, and generates and builds again whenever the document changes.
 *
 * If that fails, the server keeps running with the previous version.
 */
export function watchConsole(
  spec: string,
  programs: WatchedPrograms,
  announce: (message: string) => void,
): WatchedConsole {
  const { promise: ended, resolve } = Promise.withResolvers<number | undefined>();
  let server: Child | undefined;
  let step: Child | undefined;
  let isStopped = false;

  const succeeds = async (program: () => Child): Promise<boolean> => {
    if (isStopped) return false;
    step = program();
    const code = await step.ended;
    step = undefined;
    return code === 0 && !isStopped;
  };
  const log = (message: string): void => {
    if (!isStopped) announce(message);
  };
  const update = async (): Promise<{ exitCode: number }> => {
    const isGood = (await succeeds(programs.generate)) && (await succeeds(programs.build));
    if (!isGood) {
      if (server) log("The console keeps running with the previous version.");
      return { exitCode: 1 };
    }
    if (server) {
      server.send("rebuilt");
    } else {
      server = programs.serve();
      void server.ended.then(resolve);
    }
    return { exitCode: 0 };
  };

  const stopWatching: StopWatching = watchSpec(spec, update, log);
  return {
    ended,
    async stop() {
      isStopped = true;
      stopWatching();
      await Promise.all([step?.stop(), server?.stop()]);
      resolve(undefined);
    },
  };
}
