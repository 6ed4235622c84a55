import {
  createInvites,
  deleteInvites,
  deleteUsers,
  replacePermissionsForUser,
  type CallOptions,
  type IamClient,
  type PermissionInputV1,
} from "@segment-iam/client";
import { bulk, bulkEach, type BulkReport, type BulkRun, type BulkRunOptions } from "@segment-iam/helpers/bulk";
import { iamKey, queriesToInvalidate, updateCacheAfterBulk } from "@segment-iam/react/query";
import type { QueryClient } from "@tanstack/react-query";
import { failureReason } from "../../feedback/explain-failure.ts";
import type { RunOutcome, RunResult } from "../run-report.ts";
import { keyOfItem, MAX_BATCH_SIZE, type RunTask, type UserChange } from "../run-task.ts";
import { changeUserPermissions, isUserChanged } from "./change-user-permissions.ts";
import { isUserGone, listInvitedKeys } from "./check-items.ts";

/** The dependencies and callbacks of {@link startTask}. */
export interface TaskContext {
  readonly iam: IamClient;
  readonly queryClient: QueryClient;
  /** Called before each request. The request waits for the promise. */
  readonly onSend: (keys: readonly string[]) => Promise<void>;
  /** Called with the permissions of a user before they change. The change waits for the promise. */
  readonly onRead: (key: string, permissions: readonly PermissionInputV1[]) => Promise<void>;
  readonly onSettled: (keys: readonly string[], result: RunResult) => void;
  /** Called just before each attempt of a request. */
  readonly onAttempt: () => void;
}

/** A task in progress. */
export interface RunningTask extends Pick<BulkRun<never>, "pause" | "resume" | "stop"> {
  /** Resolves when no further request is sent and the cache is updated. Never rejects. */
  readonly result: Promise<{ readonly stopReason: unknown }>;
}

/** Runs a task for some of its items, and updates the query cache at the end. */
export function startTask(task: RunTask, keys: ReadonlySet<string>, context: TaskContext): RunningTask {
  const { iam, queryClient } = context;
  const isIncluded = (item: RunTask["items"][number]) => keys.has(keyOfItem(item));
  switch (task.kind) {
    case "remove-users": {
      const ids = task.items.filter(isIncluded).map(({ id }) => id);
      const isDone = (id: string, options: CallOptions) => isUserGone(iam, id, options);
      const run = bulk(deleteUsers, iam, ids, {
        ...createOptions(context, (id) => id),
        maxBatchSize: MAX_BATCH_SIZE,
        isDone,
      });
      return track(run, (report) => updateCacheAfterBulk(queryClient, deleteUsers, iam, report));
    }
    case "invite": {
      const options = { ...createOptions(context, keyOfItem), maxBatchSize: MAX_BATCH_SIZE };
      const run = bulk(createInvites, iam, task.items.filter(isIncluded), options);
      return track(run, (report) => updateCacheAfterBulk(queryClient, createInvites, iam, report));
    }
    case "revoke-invites": {
      const emails = task.items.filter(isIncluded).map(({ email }) => email);
      const options = {
        ...createOptions(context, (email: string) => keyOfItem({ email })),
        maxBatchSize: MAX_BATCH_SIZE,
      };
      const run = bulk(deleteInvites, iam, emails, { ...options, isDone: createInviteCheck(iam) });
      return track(run, (report) => updateCacheAfterBulk(queryClient, deleteInvites, iam, report));
    }
    case "change-permissions": {
      const unchanged = new Set<string>();
      const change = async (user: UserChange, options: CallOptions) => {
        const isChanged = await changeUserPermissions({ ...context, mode: task.mode }, user, options);
        if (!isChanged) unchanged.add(user.id);
      };
      const run = bulkEach(task.items.filter(isIncluded), change, {
        ...createOptions(context, ({ id }) => id, unchanged),
        isDone: (user, options) => isUserChanged(iam, task.mode, user, options),
      });
      return track(run, (report) => invalidateUsers(queryClient, iam, report));
    }
  }
}

const outcomes = {
  succeeded: "succeeded",
  alreadyDone: "already-done",
  rejected: "rejected",
  unknown: "unknown",
} as const satisfies Record<string, RunOutcome>;

function createOptions<Item>(
  { onSend, onSettled, onAttempt }: TaskContext,
  keyOf: (item: Item) => string,
  unchanged: ReadonlySet<string> = new Set(),
): BulkRunOptions<Item> {
  return {
    onAttempt,
    beforeSend: (items) => onSend(items.map(keyOf)),
    onSettled({ items, outcome, error }) {
      const keys = items.map(keyOf);
      const isUnchanged = outcome === "succeeded" && keys.every((key) => unchanged.has(key));
      onSettled(keys, {
        outcome: isUnchanged ? "already-done" : outcomes[outcome],
        ...(error !== undefined && { reason: failureReason(error) }),
      });
    },
  };
}

function track<Item>(run: BulkRun<Item>, onEnd: (report: BulkReport<Item>) => void): RunningTask {
  const result = run.result.then((report) => {
    onEnd(report);
    return { stopReason: report.stopReason };
  });
  return { result, pause: run.pause, resume: run.resume, stop: run.stop };
}

/** Returns whether an invite is gone. Reuses a list that was loaded less than a second ago, because the items of a failed request are checked one after the other. */
function createInviteCheck(iam: IamClient): (email: string, options: CallOptions) => Promise<boolean> {
  const MAX_AGE_MS = 1_000;
  let loadedAtMs = -Infinity;
  let invited: Promise<ReadonlySet<string>> | undefined;
  return async (email, options) => {
    if (performance.now() - loadedAtMs > MAX_AGE_MS) invited = undefined;
    invited ??= listInvitedKeys(iam, options);
    const keys = await invited;
    loadedAtMs = performance.now();
    return !keys.has(keyOfItem({ email }));
  };
}

/** Invalidates the lists, and the queries of the users whose permissions may have changed. */
function invalidateUsers(queryClient: QueryClient, iam: IamClient, report: BulkReport<UserChange>): void {
  const changed = [...report.succeeded, ...report.unknown.map(({ item }) => item)];
  const filters = changed.map(({ id }) =>
    queriesToInvalidate(replacePermissionsForUser, iam, { userId: id, permissions: [] }),
  );
  void queryClient.invalidateQueries({
    queryKey: iamKey(iam),
    predicate: (query) => filters.some(({ predicate }) => predicate?.(query) ?? true),
  });
}
