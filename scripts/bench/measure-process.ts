import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What one run of a program took. */
export interface ProcessFigures {
  /** From start to exit, in seconds. */
  readonly seconds: number;
  /** The most memory it held at once, in megabytes; `NaN` where the system does not tell. */
  readonly megabytes: number;
}

const SAMPLE_EVERY_MS = 15;

/** Runs a Node program to its end. @throws when it fails, with what it printed. */
export function measureProcess(words: readonly string[], cwd: string): Promise<ProcessFigures> {
  const { promise, resolve, reject } = Promise.withResolvers<ProcessFigures>();
  const before = performance.now();
  const child = spawn(process.execPath, words, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  let megabytes = Number.NaN;
  const sampling = setInterval(() => (megabytes = peakMegabytes(child.pid) ?? megabytes), SAMPLE_EVERY_MS);
  child.on("error", reject);
  child.on("close", (code) => {
    clearInterval(sampling);
    if (code === 0) resolve({ seconds: (performance.now() - before) / 1_000, megabytes });
    else reject(new Error(`${words.join(" ")} ended with ${code}:\n${output.slice(-4_000)}`));
  });
  return promise;
}

/** The high-water mark that Linux keeps of a process' resident memory. */
function peakMegabytes(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
  } catch {
    return undefined;
  }
}
