import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { RunTask } from "../run-task.ts";
import type { RunEvent } from "./run-history.ts";

/** Runs that were not dismissed are deleted after this time, because they contain names and addresses. */
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1_000;

/** A run in the log. */
export interface StoredRun {
  readonly id: string;
  /** Identifies the workspace. A run can be continued only in its own workspace. */
  readonly workspace: string;
  readonly startedAtMs: number;
  readonly task: RunTask;
}

interface Schema extends DBSchema {
  runs: { key: string; value: StoredRun };
  events: { key: number; value: RunEvent & { readonly runId: string }; indexes: { runId: string } };
}

/**
 * Stores runs in IndexedDB, so that they can be continued after a reload.
 *
 * If the browser refuses to store data, for example in a private window, runs continue without a log.
 */
export class RunLog {
  readonly #workspace: string;
  #database: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(workspace: string) {
    this.#workspace = workspace;
  }

  async create(id: string, task: RunTask, startedAtMs: number): Promise<void> {
    await this.#try(async (database) => {
      await database.put("runs", { id, workspace: this.#workspace, startedAtMs, task });
    });
  }

  /** Appends an event. Resolves when it is stored. */
  async append(runId: string, event: RunEvent): Promise<void> {
    await this.#try(async (database) => {
      await database.add("events", { ...event, runId });
    });
  }

  /** Returns the runs of this workspace, newest first. */
  async list(nowMs: number): Promise<readonly StoredRun[]> {
    const runs = (await this.#try((database) => database.getAll("runs"))) ?? [];
    const [kept, expired] = [true, false].map((isKept) =>
      runs.filter(({ startedAtMs }) => nowMs - startedAtMs < MAX_AGE_MS === isKept),
    );
    for (const { id } of expired ?? []) await this.delete(id);
    return (kept ?? [])
      .filter(({ workspace }) => workspace === this.#workspace)
      .toSorted((a, b) => b.startedAtMs - a.startedAtMs);
  }

  /** Returns the events of a run, in order. */
  async events(runId: string): Promise<readonly RunEvent[]> {
    return (await this.#try((database) => database.getAllFromIndex("events", "runId", runId))) ?? [];
  }

  /** Deletes a run and its events. */
  async delete(runId: string): Promise<void> {
    await this.#try(async (database) => {
      const transaction = database.transaction(["runs", "events"], "readwrite");
      await transaction.objectStore("runs").delete(runId);
      const events = transaction.objectStore("events");
      for (const key of await events.index("runId").getAllKeys(runId)) await events.delete(key);
      await transaction.done;
    });
  }

  async #try<Result>(use: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result | undefined> {
    try {
      this.#database ??= openDB<Schema>("segment-iam-console", 1, {
        upgrade(database) {
          database.createObjectStore("runs", { keyPath: "id" });
          database.createObjectStore("events", { autoIncrement: true }).createIndex("runId", "runId");
        },
      });
      return await use(await this.#database);
    } catch (error) {
      console.warn("The run is not stored, so it cannot be continued after a reload", error);
      return undefined;
    }
  }
}
