import { spawn } from "node:child_process";

/** How long a process may live after its report before it counts as held open, in milliseconds. Idle ones end at once. */
const LINGER_MS = 15_000;

/** What a process wrote, and how it ended. */
export interface ProcessEnd {
  /** `exit 0`, or what came instead. */
  readonly end: string;
  readonly output: string;
}

/** A process that runs a bundled probe. */
export interface ProbeProcess {
  readonly ended: Promise<ProcessEnd>;
  /** Gives it a while to end by itself, then kills it. */
  linger(): Promise<ProcessEnd>;
  kill(): void;
}

/** Starts a runtime that is a program. */
export function startProcess(command: string, args: readonly string[], env: Record<string, string>): ProbeProcess {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const ended = new Promise<ProcessEnd>((resolve) => {
    child.once("error", (error) => resolve({ end: `did not start: ${error.message}`, output }));
    child.once("close", (code, signal) => resolve({ end: signal ? `killed by ${signal}` : `exit ${code}`, output }));
  });
  return {
    ended,
    linger: async () => {
      const timer = setTimeout(() => child.kill("SIGKILL"), LINGER_MS);
      try {
        return await ended;
      } finally {
        clearTimeout(timer);
      }
    },
    kill: () => child.kill("SIGKILL"),
  };
}
