import { spawn } from "node:child_process";
import { once } from "node:events";

/** How long a process has to end by itself before it is made to. */
const PATIENCE_MS = 5_000;

/** A process that was started, with all that it starts in turn. */
export interface Child {
  /** Its exit code; `undefined` when a signal ended it. */
  readonly ended: Promise<number | undefined>;
  /** Tells it something, if it listens. */
  send(message: string): void;
  /** Ends it and all that it started, and waits for that. */
  stop(): Promise<void>;
}

/**
 * Starts a program of Node in a process group of its own.
 *
 * Ctrl-C in a terminal does not reach it there, so whoever starts it must stop it. In return nothing that it started is
 * left behind: some programs end on a signal without a word to their own children.
 */
export function startChild(program: readonly string[], cwd: string): Child {
  const child = spawn(process.execPath, program, {
    cwd,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "close").then(([code]: (number | null)[]) => code ?? undefined);
  const signalAll = (signal: NodeJS.Signals): boolean => {
    try {
      return child.pid !== undefined && process.kill(-child.pid, signal);
    } catch {
      // Nobody is left in the group.
      return false;
    }
  };
  return {
    ended,
    send: (message) => void (child.connected && child.send(message)),
    async stop() {
      if (!signalAll("SIGTERM")) return;
      const timer = setTimeout(() => signalAll("SIGKILL"), PATIENCE_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
