import type { IamClient } from "@segment-iam/client";
import type { BulkProgress, BulkReport, BulkRun } from "@segment-iam/helpers/bulk";

/** The state of a bulk run. `status` determines which of the other properties are defined. */
export type BulkState<Item> =
  | { readonly status: "idle"; readonly progress: undefined; readonly result: undefined }
  | {
      readonly status: "running" | "paused";
      /** The number of done, failed and total items, and the estimated time left in milliseconds. */
      readonly progress: BulkProgress;
      readonly result: undefined;
    }
  | {
      readonly status: "finished";
      readonly progress: BulkProgress;
      /** The outcome of each item. */
      readonly result: BulkReport<Item>;
    };

/** The state before a run starts. */
export const idle: BulkState<never> = { status: "idle", progress: undefined, result: undefined };

/** Holds the state of one bulk run at a time. Notifies listeners of progress at most once per frame. */
export class BulkStore<Item> {
  #run: BulkRun<Item> | undefined;
  #result: BulkReport<Item> | undefined;
  #state: BulkState<Item> = idle;
  #cancelFrame: (() => void) | undefined;
  readonly #listeners = new Set<() => void>();

  /** Returns the current state. The object stays the same until the state changes. */
  readonly state = (): BulkState<Item> => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (!this.hasListeners) this.#update();
    };
  };

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  /** Whether a run has started and not ended. It may be paused. */
  get isBusy(): boolean {
    return this.#run !== undefined && this.#result === undefined;
  }

  /** Tracks a run until it ends and returns its report. The status changes synchronously, which prevents a second start. */
  async track(run: BulkRun<Item>): Promise<BulkReport<Item>> {
    this.#run = run;
    this.#result = undefined;
    run.subscribe(() => this.#scheduleUpdate());
    this.#update();
    const result = await run.result;
    // `reset` may have dropped the run.
    if (this.#run === run) this.#result = result;
    this.#scheduleUpdate();
    return result;
  }

  readonly pause = (): void => this.#run?.pause();
  readonly resume = (): void => this.#run?.resume();
  readonly stop = (): void => this.#run?.stop();
  // An Error instead of a DOMException, which React Native does not have.
  readonly abort = (): void =>
    this.#run?.abort(Object.assign(new Error("The bulk run was aborted"), { name: "AbortError" }));

  /** Drops the run and its result. Aborts the run if it is in progress. */
  readonly reset = (): void => {
    const run = this.#run;
    if (!run) return;
    this.#run = undefined;
    this.#result = undefined;
    run.abort();
    this.#update();
  };

  #scheduleUpdate(): void {
    if (this.hasListeners) this.#cancelFrame ??= onNextFrame(() => this.#update());
    else this.#update();
  }

  #update(): void {
    this.#cancelFrame?.();
    this.#cancelFrame = undefined;
    this.#state = this.#read();
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

/** The stores of runs with an `id`, which outlive the component that started them. */
const sharedStores = new WeakMap<IamClient, Map<string, BulkStore<never>>>();

/** Returns the shared store of a client and key, or creates it. The store is kept while it has a run or is retained. */
export function sharedStore<Item>(client: IamClient, key: string): BulkStore<Item> {
  // The key starts with the operation's id, so that all uses of a key have the same `Item` type.
  const store = (storesOf(client).get(key) as BulkStore<Item> | undefined) ?? new BulkStore<Item>();
  storesOf(client).set(key, store as BulkStore<never>);
  return store;
}

/** Retains a shared store. Returns a function that deletes the store if nothing else uses it. */
export function retainStore<Item>(client: IamClient, key: string, store: BulkStore<Item>): () => void {
  const stores = storesOf(client);
  stores.set(key, store as BulkStore<never>);
  return () => {
    if (!store.hasListeners && store.state().status === "idle") stores.delete(key);
  };
}

function storesOf(client: IamClient): Map<string, BulkStore<never>> {
  const stores = sharedStores.get(client) ?? new Map<string, BulkStore<never>>();
  sharedStores.set(client, stores);
  return stores;
}

const FRAME_MS = 16;

/** Runs a callback once before the next paint. Returns a function that cancels it. */
function onNextFrame(callback: () => void): () => void {
  if (globalThis.document?.hidden === false && typeof requestAnimationFrame === "function") {
    const frame = requestAnimationFrame(callback);
    return () => cancelAnimationFrame(frame);
  }
  // A hidden page does not run animation frames, and some environments lack `requestAnimationFrame`.
  const timer = setTimeout(callback, FRAME_MS);
  return () => clearTimeout(timer);
}
