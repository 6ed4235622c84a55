import type { IamClient, IamFailure } from "@segment-iam/client";
import { PageError } from "@segment-iam/helpers/pagination";
import { iam } from "../../iam.ts";
import { readWorkspace } from "../../workspace.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { takeSnapshot, type SnapshotProgress } from "../snapshot/take-snapshot.ts";

/** The state of a {@link SnapshotJob}. */
type SnapshotJobState =
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly progress: SnapshotProgress }
  | { readonly status: "failed"; readonly failure: IamFailure }
  | { readonly status: "done"; readonly snapshot: Snapshot };

/** Takes a snapshot outside of React, so that it continues while another page is shown. */
export interface SnapshotJob {
  /** Returns the same object until the state changes. */
  readonly state: () => SnapshotJobState;
  /** Calls `listener` after each change. Returns a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes a snapshot, and discards the last one. */
  start(hasGroups: boolean): void;
  cancel(): void;
}

/** The job of the console. */
export const snapshotJob = createSnapshotJob(iam);

function createSnapshotJob(client: IamClient): SnapshotJob {
  let state: SnapshotJobState = { status: "idle" };
  let abortController = new AbortController();
  const listeners = new Set<() => void>();

  function setState(next: SnapshotJobState): void {
    state = next;
    // Asks for confirmation before the tab closes.
    if (next.status === "running") globalThis.addEventListener("beforeunload", preventUnload);
    else globalThis.removeEventListener("beforeunload", preventUnload);
    for (const listener of listeners) listener();
  }

  async function run(hasGroups: boolean, { signal }: AbortController): Promise<void> {
    try {
      const snapshot = await takeSnapshot(client, {
        hasGroups,
        signal,
        workspace: readWorkspace(document),
        apiVersion: String(import.meta.env["API_VERSION"]),
        toolVersion: String(import.meta.env["TOOL_VERSION"]),
        onProgress: (progress) => !signal.aborted && setState({ status: "running", progress }),
      });
      if (!signal.aborted) setState({ status: "done", snapshot });
    } catch (error) {
      // The message of `PageError` only adds the cursor, which is of no use to the user.
      const failure = error instanceof PageError ? error.cause : error;
      if (!signal.aborted) setState({ status: "failed", failure: failure as IamFailure });
    }
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start(hasGroups) {
      abortController.abort();
      abortController = new AbortController();
      setState({ status: "running", progress: { step: "users", done: 0 } });
      void run(hasGroups, abortController);
    },
    cancel() {
      abortController.abort();
      setState({ status: "idle" });
    },
  };
}

function preventUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
