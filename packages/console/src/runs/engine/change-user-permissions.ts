import {
  addPermissionsToUser,
  ApiError,
  getUser,
  InputError,
  replacePermissionsForUser,
  type CallOptions,
  type IamClient,
  type PermissionInputV1,
} from "@segment-iam/client";
import { failureReason } from "../../feedback/explain-failure.ts";
import { applyPermissionChange, type PermissionChange } from "../../permissions/apply-permission-change.ts";
import type { UserChange } from "../run-task.ts";

/** The dependencies of a change. */
export interface ChangeContext {
  readonly iam: IamClient;
  readonly mode: PermissionChange["mode"];
  /** Called with the current permissions before they change. The change waits for the promise. */
  readonly onRead: (userId: string, permissions: readonly PermissionInputV1[]) => Promise<void>;
}

/** Changes the permissions of one user. Returns whether there was anything to change. */
export async function changeUserPermissions(
  { iam, mode, onRead }: ChangeContext,
  { id: userId, permissions }: UserChange,
  options: CallOptions,
): Promise<boolean> {
  const current = await readPermissions(iam, userId, options);
  if (isApplied(current, { mode, permissions })) return false;
  await onRead(userId, current);
  if (mode === "add") await addPermissionsToUser(iam, { userId, permissions: [...permissions] }, options);
  else {
    const next = applyPermissionChange(current, { mode, permissions });
    await replacePermissionsForUser(iam, { userId, permissions: next }, options);
  }
  return true;
}

/** Returns whether the permissions of a user are already as they would be after the change. */
export async function isUserChanged(
  iam: IamClient,
  mode: PermissionChange["mode"],
  { id, permissions }: UserChange,
  options: CallOptions,
): Promise<boolean> {
  return isApplied(await readPermissions(iam, id, options), { mode, permissions });
}

/** Returns whether a change would have no effect. Ignores the order of permissions. */
function isApplied(current: readonly PermissionInputV1[], change: PermissionChange): boolean {
  const [before, after] = [grantsOf(current), grantsOf(applyPermissionChange(current, change))];
  return before.symmetricDifference(after).size === 0;
}

function grantsOf(permissions: readonly PermissionInputV1[]): ReadonlySet<string> {
  return new Set(
    permissions.flatMap(({ roleId, resources }) => [
      roleId,
      ...resources.map(({ type, id, labels = [] }) => JSON.stringify([roleId, type, id, labels])),
    ]),
  );
}

/**
 * Reads the permissions of a user.
 *
 * @throws {ApiError} if the user does not exist
 * @throws {Error} if the request fails for another reason. The run then ends before the user is changed.
 */
async function readPermissions(
  iam: IamClient,
  userId: string,
  { onAttempt: _attempt, onRetry: _retry, ...options }: CallOptions,
): Promise<PermissionInputV1[]> {
  // Only the write gets the hooks, because they determine whether it may have been executed.
  const { user } = await getUser(iam, { userId }, options).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 404) throw error;
    throw new Error(failureReason(error), { cause: error });
  });
  if (user.permissions === undefined) {
    throw new InputError(getUser.id, "permissions", "are unknown, because Segment did not return them");
  }
  return user.permissions.map(({ roleId, resources }) => ({ roleId, resources }));
}
