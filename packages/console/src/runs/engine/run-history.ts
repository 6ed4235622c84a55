import type { PermissionInputV1 } from "@segment-iam/client";
import type { RunResult } from "../run-report.ts";

/** An event of a run. The events of a run are stored as they happen, so that it can be continued after a reload. */
export type RunEvent =
  /** A request with these items is about to be sent. */
  | { readonly type: "sending"; readonly keys: readonly string[] }
  /** The permissions of a user before a change. */
  | { readonly type: "before"; readonly key: string; readonly permissions: readonly PermissionInputV1[] }
  | { readonly type: "settled"; readonly keys: readonly string[]; readonly result: RunResult }
  /** The run has ended. `reason` is reported for the items that were not attempted. */
  | { readonly type: "ended"; readonly reason?: string | undefined };

/** The state of the items of a run, derived from its events. */
export class RunHistory {
  readonly #results = new Map<string, RunResult>();
  readonly #before = new Map<string, readonly PermissionInputV1[]>();
  #inFlight: ReadonlySet<string> = new Set();
  #end: { readonly reason?: string | undefined } | undefined;

  /** The results by the key of the item. Items without a result were not attempted, or are in flight. */
  get results(): ReadonlyMap<string, RunResult> {
    return this.#results;
  }

  /** The permissions of users before a change, by user ID. */
  get before(): ReadonlyMap<string, readonly PermissionInputV1[]> {
    return this.#before;
  }

  /** The items of the last request, if it has not settled. After a crash, their outcome is unknown. */
  get inFlight(): ReadonlySet<string> {
    return this.#inFlight;
  }

  get isEnded(): boolean {
    return this.#end !== undefined;
  }

  /** Why the run ended before all items were attempted. */
  get endReason(): string | undefined {
    return this.#end?.reason;
  }

  add(event: RunEvent): void {
    switch (event.type) {
      case "sending":
        this.#end = undefined;
        // Requests are sent one after the other. If the previous one did not settle its items, they are resent in smaller requests.
        this.#inFlight = new Set(event.keys);
        break;
      case "before":
        // A second attempt reads permissions that the first one may have changed.
        if (!this.#before.has(event.key)) this.#before.set(event.key, event.permissions);
        break;
      case "settled":
        for (const key of event.keys) this.#results.set(key, event.result);
        this.#inFlight = this.#inFlight.difference(new Set(event.keys));
        break;
      case "ended":
        this.#end = event;
        this.#inFlight = new Set();
    }
  }
}
