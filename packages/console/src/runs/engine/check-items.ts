import { ApiError, getUser, listInvites, type CallOptions, type IamClient } from "@segment-iam/client";
import { paginate } from "@segment-iam/helpers/pagination";
import { keyOfItem, type RunItem, type RunTask } from "../run-task.ts";
import { isUserChanged } from "./change-user-permissions.ts";

/** The number of users to check at the same time. */
const CONCURRENCY = 10;

/**
 * Determines whether items of a task are done. Yields one result for each item.
 *
 * @throws {IamError} if a request fails. Items without a result remain unknown.
 */
export async function* checkItems(
  iam: IamClient,
  task: RunTask,
  keys: ReadonlySet<string>,
): AsyncGenerator<{ readonly key: string; readonly isDone: boolean }> {
  const options = { priority: "bulk" } as const;
  if (task.kind === "invite" || task.kind === "revoke-invites") {
    const invited = await listInvitedKeys(iam, options);
    for (const key of keys) yield { key, isDone: invited.has(key) === (task.kind === "invite") };
    return;
  }
  const isDone =
    task.kind === "remove-users"
      ? (user: RunItem) => isUserGone(iam, keyOfItem(user), options)
      : createChangeCheck(iam, task, options);
  const items: readonly RunItem[] = task.items.filter((item) => keys.has(keyOfItem(item)));
  for (let at = 0; at < items.length; at += CONCURRENCY) {
    const batch = items.slice(at, at + CONCURRENCY);
    yield* await Promise.all(batch.map(async (item) => ({ key: keyOfItem(item), isDone: await isDone(item) })));
  }
}

function createChangeCheck(
  iam: IamClient,
  { mode, items }: Extract<RunTask, { kind: "change-permissions" }>,
  options: CallOptions,
): (item: RunItem) => Promise<boolean> {
  const changes = new Map(items.map((item) => [item.id, item]));
  return async (item) => {
    const change = changes.get(keyOfItem(item));
    try {
      return change !== undefined && (await isUserChanged(iam, mode, change, options));
    } catch (error) {
      // The user was removed, so the permissions were not changed.
      if (error instanceof ApiError) return false;
      throw error;
    }
  };
}

/** Returns whether a user does not exist. */
export async function isUserGone(iam: IamClient, userId: string, options: CallOptions): Promise<boolean> {
  try {
    await getUser(iam, { userId }, options);
    return false;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return true;
    throw error;
  }
}

/** Returns the keys of all pending invites. */
export async function listInvitedKeys(iam: IamClient, options: CallOptions): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for await (const email of paginate(listInvites, iam, {}, options)) keys.add(keyOfItem({ email }));
  return keys;
}
