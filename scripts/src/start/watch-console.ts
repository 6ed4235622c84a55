import type { StopWatching } from "../watch-spec.ts";
import { watchSpec } from "../watch-spec.ts";
import type { Child } from "./child.ts";

/** What is done again when the document changes, as programs. */
export interface WatchedPrograms {
  /** Generates. It ends with 0 when the document is good, and otherwise leaves everything as it was. */
  generate(): Child;
  /** Builds and checks the packages. */
  build(): Child;
  /** Serves the console, and shows the packages as they are now when it is told `rebuilt`. */
  serve(): Child;
}

/** A console that follows the document. */
export interface WatchedConsole {
  /** Ends all programs. */
  stop(): Promise<void>;
  /** The exit code of the server, when it ends. */
  readonly ended: Promise<number | undefined>;
}

/**
 * Serves a console, and brings it up to date whenever the document changes.
 *
 * Where that fails, the server is not told, and goes on with what it has.
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
  const say = (message: string): void => {
    if (!isStopped) announce(message);
  };
  const update = async (): Promise<{ exitCode: number }> => {
    const isGood = (await succeeds(programs.generate)) && (await succeeds(programs.build));
    if (!isGood) {
      if (server) say("The console goes on as it was.");
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

  const stopWatching: StopWatching = watchSpec(spec, update, say);
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
