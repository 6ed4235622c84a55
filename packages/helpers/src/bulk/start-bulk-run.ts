import { systemClock } from "../clock.ts";
import { BulkRunner, type BulkWork } from "./bulk-runner.ts";
import type { BulkRun, BulkRunOptions } from "./types.ts";

/** Starts a bulk run. */
export function startBulkRun<Item>(
  work: Pick<BulkWork<Item>, "chunks" | "unsendable" | "send">,
  options: BulkRunOptions<Item>,
): BulkRun<Item> {
  const { isDone, beforeSend, onSettled, onProgress, clock = systemClock, signal, ...callOptions } = options;
  const hooks = { isDone, beforeSend, onSettled, callOptions: { ...callOptions, priority: "bulk" as const } };
  const runner = new BulkRunner<Item>({ ...work, ...hooks }, clock);
  if (onProgress) runner.subscribe(() => onProgress(runner.progress));
  const result = runner.run(signal);
  return {
    result,
    get progress() {
      return runner.progress;
    },
    subscribe: (listener) => runner.subscribe(listener),
    pause: () => runner.pause(),
    resume: () => runner.resume(),
    stop: (reason) => runner.stop(reason),
    abort: (reason) => runner.abort(reason),
  };
}
