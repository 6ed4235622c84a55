import type { BulkReport, BulkRun } from "@segment-iam/helpers/bulk";
import { idle, type BulkState } from "./bulk-state.ts";
import { onNextFrame } from "./on-next-frame.ts";

/** A place for one run after the other, which components can watch. What they see of a run's progress changes once a frame at most. */
export class BulkStore<Item> {
  #run: BulkRun<Item> | undefined;
  #result: BulkReport<Item> | undefined;
  #shown: BulkState<Item> = idle;
  #cancelFrame: (() => void) | undefined;
  readonly #listeners = new Set<() => void>();

  /** What is shown; the same object until that changes. */
  readonly state = (): BulkState<Item> => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.isUnwatched) this.#show();
    };
  };

  get isUnwatched(): boolean {
    return this.#listeners.size === 0;
  }

  /** Whether a run is under way. */
  get isBusy(): boolean {
    return this.#run !== undefined && this.#result === undefined;
  }

  /** Follows a run to its end, and answers with its report. It shows at once, so that nobody starts another meanwhile. */
  async follow(run: BulkRun<Item>): Promise<BulkReport<Item>> {
    this.#run = run;
    this.#result = undefined;
    run.subscribe(() => this.#change());
    this.#show();
    const result = await run.result;
    // It may have been forgotten, or another have taken its place.
    if (this.#run === run) this.#result = result;
    this.#change();
    return result;
  }

  readonly pause = (): void => this.#run?.pause();
  readonly resume = (): void => this.#run?.resume();
  // Not a DOMException: React Native has none.
  readonly abort = (): void => this.#run?.abort(Object.assign(new Error("Stopped by hand"), { name: "AbortError" }));

  /** Forgets the run, and aborts it if it is under way. It shows at once, as what a component decides itself does. */
  readonly reset = (): void => {
    const run = this.#run;
    if (!run) return;
    this.#run = undefined;
    this.#result = undefined;
    run.abort();
    this.#show();
  };

  #change(): void {
    if (this.isUnwatched) this.#show();
    else this.#cancelFrame ??= onNextFrame(() => this.#show());
  }

  #show(): void {
    this.#cancelFrame?.();
    this.#cancelFrame = undefined;
    this.#shown = this.#read();
    for (const listener of this.#listeners) listener();
  }

  #read(): BulkState<Item> {
    const run = this.#run;
    if (!run) return idle;
    const { progress } = run;
    if (this.#result) return { status: "finished", progress, result: this.#result };
    return { status: progress.status === "paused" ? "paused" : "running", progress, result: undefined };
  }
}
