import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What one run of a program took. */
export interface ProcessFigures {
  /** From start to exit, in seconds. */
  readonly seconds: number;
  /** The most memory it held at once, in megabytes; 0 where the system does not tell. */
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
  let megabytes = 0;
  const sample = () => (megabytes = Math.max(peakMegabytes(child.pid) ?? 0, megabytes));
  const sampling = setInterval(sample, SAMPLE_EVERY_MS);
  child.on("error", reject);
  child.on("close", (code) => {
    clearInterval(sampling);
    if (code === 0) resolve({ seconds: (performance.now() - before) / 1_000, megabytes });
    else reject(new Error(`${words.join(" ")} ended with ${code}:\n${output.slice(-4_000)}`));
  });
  return promise;
}

/**
 * The high-water mark that Linux keeps of a process' resident memory; of the largest one, where a program is only the
 * launcher of another.
 */
function peakMegabytes(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    const theirs = children.filter(Boolean).map((child) => peakMegabytes(Number(child)) ?? 0);
    return Math.max(Number(kilobytes ?? 0) / 1_024, ...theirs);
  } catch {
    return undefined;
  }
}
