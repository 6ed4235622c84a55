import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Run, Task } from "./simulate.ts";

const MEGABYTE = 1_000_000;
/** As many runs as anybody may want have room. */
const MOST_OUTPUT = 500 * MEGABYTE;

/** Runs tasks, each in a process of its own and as many at once as there are processors; hands over each outcome as it comes. */
export async function runSimulations(
  tasks: readonly Task[],
  onRuns: (task: Task, runs: readonly Run[]) => void,
): Promise<void> {
  const waiting = tasks.values();
  const work = async (): Promise<void> => {
    for (const task of waiting) onRuns(task, await simulated(task));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

async function simulated(task: Task): Promise<readonly Run[]> {
  const words = [join(import.meta.dirname, "simulate.ts"), JSON.stringify(task)];
  const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: MOST_OUTPUT });
  return JSON.parse(stdout) as Run[];
}
