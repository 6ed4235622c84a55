import { systemClock } from "../clock.ts";
import type { BulkProgress, BulkReport } from "./bulk-report.ts";
import type { BulkRunOptions } from "./bulk-run-options.ts";
import { BulkRunner, type BulkWork } from "./bulk-runner.ts";

/** A bulk run. */
export interface BulkRun<Item> {
  /** Resolves to the outcome of each item, even after `stop` or `abort`. Never rejects. */
  readonly result: Promise<BulkReport<Item>>;
  /** The current progress. Returns the same object until the progress changes. */
  readonly progress: BulkProgress;
  /**
   * Calls `listener` after each change of `progress`. Returns a function that ends the subscription. Errors thrown
   * by the listener are logged with `console.error`.
   */
  subscribe(listener: () => void): () => void;
  /** Stops sending requests until `resume`. The request in flight completes. */
  pause(): void;
  /** Continues a paused run. */
  resume(): void;
  /**
   * Ends the run after the request in flight, and records the outcome of its items. Does not wait for a request that is queued or
   * waiting for a retry.
   *
   * @param reason the `stopReason` of the report. @default an error with the name `AbortError`
   */
  stop(reason?: unknown): void;
  /**
   * Ends the run at once. Items of a request in flight are reported as unknown, because that request may have been executed.
   *
   * @param reason the `stopReason` of the report. @default an error with the name `AbortError`
   */
  abort(reason?: unknown): void;
}

/** Starts a bulk run. */
export function startBulkRun<Item>(
  work: Pick<BulkWork<Item>, "list" | "send" | "oversizedError">,
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
