import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProbeEnd, RunningProbe } from "./runtime.ts";

/** The time limit for a program to exit after its report. It is shorter than any timer of a call. */
const EXIT_LIMIT_MS = 10_000;

/** Starts a program in its own folder with these files. */
export function startProgram(
  command: string,
  args: readonly string[],
  files: Readonly<Record<string, string>>,
): RunningProbe {
  const folder = mkdtempSync(join(tmpdir(), "segment-iam-probe-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, DENO_DIR: folder, DENO_NO_UPDATE_CHECK: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const ended = new Promise<ProbeEnd>((resolve) => {
    child.once("error", (error) => resolve({ end: `did not start: ${error.message}`, output }));
    child.once("close", (code, signal) => resolve({ end: signal ? `killed by ${signal}` : `exit ${code}`, output }));
  }).finally(() => rmSync(folder, { recursive: true, force: true }));
  return {
    ended,
    finish: async () => {
      const timer = setTimeout(() => child.kill("SIGKILL"), EXIT_LIMIT_MS);
      try {
        return await ended;
      } finally {
        clearTimeout(timer);
      }
    },
    kill: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
}
