import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** The time and memory of one run of a program. */
export interface ProcessUsage {
  /** From start to exit, in seconds. */
  readonly seconds: number;
  /** The peak resident memory in megabytes. 0 on systems other than Linux. */
  readonly megabytes: number;
}

const SAMPLE_INTERVAL_MS = 15;

/** Runs a Node program until it exits. @throws {Error} When it fails, with its output. */
export function measureProcess(args: readonly string[], cwd: string): Promise<ProcessUsage> {
  const { promise, resolve, reject } = Promise.withResolvers<ProcessUsage>();
  const startMs = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  let megabytes = 0;
  const sample = () => (megabytes = Math.max(peakMegabytes(child.pid) ?? 0, megabytes));
  const sampling = setInterval(sample, SAMPLE_INTERVAL_MS);
  child.on("error", reject);
  child.on("close", (code) => {
    clearInterval(sampling);
    if (code === 0) resolve({ seconds: (performance.now() - startMs) / 1_000, megabytes });
    else reject(new Error(`${args.join(" ")} exited with code ${code}:\n${output.slice(-4_000)}`));
  });
  return promise;
}

/**
 * Returns Linux's peak resident memory of a process or of its largest descendant, in megabytes.
 *
 * Some programs only launch another one.
 */
function peakMegabytes(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    const ofChildren = children.filter(Boolean).map((child) => peakMegabytes(Number(child)) ?? 0);
    return Math.max(Number(kilobytes ?? 0) / 1_024, ...ofChildren);
  } catch {
    return undefined;
  }
}
