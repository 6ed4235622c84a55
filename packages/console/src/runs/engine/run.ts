import type { IamClient, PermissionInputV1 } from "@segment-iam/client";
import type { QueryClient } from "@tanstack/react-query";
import { failureReason } from "../../feedback/explain-failure.ts";
import { createReport, type RunReport, type RunResult } from "../run-report.ts";
import { keyOfItem, type RunTask } from "../run-task.ts";
import { texts } from "../texts.ts";
import { checkItems } from "./check-items.ts";
import { RunHistory, type RunEvent } from "./run-history.ts";
import type { RunLog } from "./run-log.ts";
import { startTask, type RunningTask } from "./start-task.ts";

/** The dependencies of a run. */
export interface RunContext {
  readonly iam: IamClient;
  readonly queryClient: QueryClient;
  readonly log: Pick<RunLog, "append">;
}

/** The state of a run for the UI. Each change creates a new object. */
export interface RunView {
  /** `checking` while the outcome of unknown items is determined; `interrupted` after a reload or a crash. */
  readonly status: "running" | "paused" | "stopping" | "checking" | "ended" | "interrupted";
  readonly task: RunTask;
  /** The number of items with an outcome. */
  readonly done: number;
  /** The number of items that were rejected, or whose outcome is unknown. */
  readonly failed: number;
  /** The mean duration of a request in milliseconds, excluding waits for the rate limit; `undefined` before the first response. */
  readonly requestMs: number | undefined;
  /** Why the outcome of unknown items could not be determined. */
  readonly checkFailure: string | undefined;
}

/** Runs a task: sends its requests, and stores each event before it continues. */
export class Run {
  readonly id: string;
  readonly task: RunTask;
  readonly #context: RunContext;
  readonly #history: RunHistory;
  readonly #onChange: () => void;
  #status: RunView["status"];
  #current: RunningTask | undefined;
  #checkFailure: string | undefined;
  #requests = { count: 0, totalMs: 0, startedAtMs: 0 };

  /** @param history the events of a run that was interrupted. @default a new run */
  constructor(id: string, task: RunTask, context: RunContext, onChange: () => void, history?: RunHistory) {
    this.id = id;
    this.task = task;
    this.#context = context;
    this.#onChange = onChange;
    this.#history = history ?? new RunHistory();
    this.#status = history ? (history.isEnded ? "ended" : "interrupted") : "running";
  }

  get view(): RunView {
    const results = [...this.#history.results.values()].filter(({ outcome }) => outcome !== "not-attempted");
    const { count, totalMs } = this.#requests;
    return {
      status: this.#status,
      task: this.task,
      done: results.length,
      failed: results.filter(isFailure).length,
      requestMs: count > 0 ? totalMs / count : undefined,
      checkFailure: this.#checkFailure,
    };
  }

  /** The outcome of each item. Items in flight at a crash are unknown. */
  get report(): RunReport {
    const results = new Map(this.#history.results);
    if (this.#status === "interrupted") {
      for (const key of this.#history.inFlight)
        results.set(key, { outcome: "unknown", reason: texts.reasons.interrupted });
    }
    return createReport(this.task, results, this.#history.endReason ?? texts.reasons.interrupted);
  }

  /** The permissions of users before the run, by user ID. */
  get before(): ReadonlyMap<string, readonly PermissionInputV1[]> {
    return this.#history.before;
  }

  /** Sends the requests for all items that were not attempted. Items in flight at a crash are checked first. */
  async start(): Promise<void> {
    if (this.#history.inFlight.size > 0) await this.check();
    await this.#send(({ outcome }) => outcome === "not-attempted");
  }

  /** Sends the requests for items that were rejected or not attempted. */
  async retry(): Promise<void> {
    await this.#send(({ outcome }) => outcome === "not-attempted" || outcome === "rejected");
  }

  /** Checks whether items with an unknown outcome are done. */
  async check(): Promise<void> {
    this.#checkFailure = undefined;
    this.#set("checking");
    if (this.#history.inFlight.size > 0) {
      const result = { outcome: "unknown" as const, reason: texts.reasons.interrupted };
      await this.#record({ type: "settled", keys: [...this.#history.inFlight], result });
    }
    const keys = this.#keysOf(({ outcome }) => outcome === "unknown");
    try {
      for await (const { key, isDone } of checkItems(this.#context.iam, this.task, keys)) {
        const result: RunResult = isDone
          ? { outcome: "succeeded" }
          : { outcome: "not-attempted", reason: texts.reasons.notDone };
        await this.#record({ type: "settled", keys: [key], result });
      }
    } catch (error) {
      this.#checkFailure = failureReason(error);
    }
    this.#set("ended");
  }

  pause(): void {
    this.#current?.pause();
    this.#set("paused");
  }

  resume(): void {
    this.#current?.resume();
    this.#set("running");
  }

  /** Ends the run after the request in flight. */
  stop(): void {
    this.#set("stopping");
    this.#current?.stop(new Error(texts.reasons.stopped));
  }

  async #send(isSelected: (result: RunResult) => boolean): Promise<void> {
    this.#current = startTask(this.task, this.#keysOf(isSelected), {
      ...this.#context,
      onSend: (keys) => this.#record({ type: "sending", keys }),
      onRead: (key, permissions) => this.#record({ type: "before", key, permissions }),
      onAttempt: () => {
        this.#requests.startedAtMs = performance.now();
      },
      onSettled: (keys, result) => {
        this.#measure();
        void this.#record({ type: "settled", keys, result });
      },
    });
    this.#set("running");
    const { stopReason } = await this.#current.result;
    this.#current = undefined;
    const reason = stopReason === undefined ? undefined : failureReason(stopReason);
    await this.#record({ type: "ended", reason });
    if (this.#keysOf(({ outcome }) => outcome === "unknown").size > 0) await this.check();
    this.#set("ended");
  }

  #measure(): void {
    const { count, totalMs, startedAtMs } = this.#requests;
    // Items can settle without a request, for example if a user already has the permissions.
    if (startedAtMs === 0) return;
    this.#requests = { count: count + 1, totalMs: totalMs + performance.now() - startedAtMs, startedAtMs: 0 };
  }

  #keysOf(isSelected: (result: RunResult) => boolean): ReadonlySet<string> {
    const { results } = this.#history;
    const keys = this.task.items.map(keyOfItem);
    return new Set(keys.filter((key) => isSelected(results.get(key) ?? { outcome: "not-attempted" })));
  }

  async #record(event: RunEvent): Promise<void> {
    this.#history.add(event);
    this.#onChange();
    await this.#context.log.append(this.id, event);
  }

  #set(status: RunView["status"]): void {
    this.#status = status;
    this.#onChange();
  }
}

function isFailure({ outcome }: RunResult): boolean {
  return outcome === "rejected" || outcome === "unknown";
}
