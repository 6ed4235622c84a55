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

/** Options of {@link startChild}. */
export interface ChildOptions {
  /** Prints the output only if the process fails. @default false */
  readonly isQuiet?: boolean;
}

/**
 * Starts a Node program in its own process group.
 *
 * Ctrl-C in a terminal does not signal that group, so the caller must call `stop`. `stop` also ends descendants,
 * because some programs exit on a signal without ending their children.
 */
export function startChild(program: readonly string[], cwd: string, { isQuiet = false }: ChildOptions = {}): Child {
  const output = isQuiet ? "pipe" : "inherit";
  const child = spawn(process.execPath, program, { cwd, detached: true, stdio: ["ignore", output, output, "ipc"] });
  const chunks: Buffer[] = [];
  let isStopped = false;
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const exited = once(child, "close").then(([code]: (number | null)[]) => {
    if (code !== 0 && !isStopped) process.stderr.write(Buffer.concat(chunks));
    return code ?? undefined;
  });
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
      isStopped = true;
      if (!signalAll("SIGTERM")) return;
      const timer = setTimeout(() => signalAll("SIGKILL"), KILL_DELAY_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}
