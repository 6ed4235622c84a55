import { spawn } from "node:child_process";
import { once } from "node:events";

/** The delay between SIGTERM and SIGKILL. */
const KILL_DELAY_MS = 5_000;

/** A child process and its descendants. */
export interface Child {
  /** Resolves with the exit code, or with `undefined` after a signal. */
  readonly exited: Promise<number | undefined>;
  /** Sends a message over IPC, if the process is still connected. */
  send(message: string): void;
  /** Ends the process and its descendants. Resolves when they have ended. */
  stop(): Promise<void>;
}

/**
 * Starts a Node program in its own process group.
 *
 * Ctrl-C in a terminal does not signal that group, so the caller must call `stop`. `stop` also ends descendants,
 * because some programs exit on a signal without ending their children.
 */
export function startChild(program: readonly string[], cwd: string): Child {
  const child = spawn(process.execPath, program, {
    cwd,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const exited = once(child, "close").then(([code]: (number | null)[]) => code ?? undefined);
  const signalAll = (signal: NodeJS.Signals): boolean => {
    try {
      return child.pid !== undefined && process.kill(-child.pid, signal);
    } catch {
      // The group has no more processes (ESRCH).
      return false;
    }
  };
  return {
    exited,
    send: (message) => void (child.connected && child.send(message)),
    async stop() {
      if (!signalAll("SIGTERM")) return;
      const timer = setTimeout(() => signalAll("SIGKILL"), KILL_DELAY_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}
