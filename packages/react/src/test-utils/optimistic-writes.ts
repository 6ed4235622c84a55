import type { IamClient } from "@segment-iam/client";
import { MutationObserver, type QueryClient } from "@tanstack/react-query";
import {
  addPermissionsToUserMutationOptions,
  createInvitesMutationOptions,
  deleteInvitesMutationOptions,
  deleteUsersMutationOptions,
  replacePermissionsForUserMutationOptions,
} from "../generated/query.ts";
import {
  optimisticAddPermissionsToUser,
  optimisticCreateInvites,
  optimisticDeleteInvites,
  optimisticDeleteUsers,
  optimisticReplacePermissionsForUser,
} from "../optimistic.ts";

/** The writes that can be shown before they are answered. */
export type OptimisticOperation =
  | "deleteUsers"
  | "deleteInvites"
  | "createInvites"
  | "addPermissionsToUser"
  | "replacePermissionsForUser";

/** A write of a list: of users or addresses, or of the roles that a user is to have. */
export interface WriteOfList {
  readonly operation: OptimisticOperation;
  readonly items: readonly string[];
  readonly userId: string;
  /** Whether what it makes stale is fetched after it. */
  readonly invalidates?: boolean;
}

/** Starts a write that is shown at once. */
export function startWrite(
  queryClient: QueryClient,
  iam: IamClient,
  { operation, items, userId, invalidates }: WriteOfList,
): Promise<unknown> {
  const options = { retry: false, ...(!invalidates && { invalidate: false as const }) };
  const permissions = items.map((roleId) => ({ roleId, resources: [] }));
  const starts: Record<OptimisticOperation, () => Promise<unknown>> = {
    deleteUsers: () =>
      new MutationObserver(
        queryClient,
        deleteUsersMutationOptions(iam, { ...options, optimistic: optimisticDeleteUsers }),
      ).mutate({ userIds: [...items] }),
    deleteInvites: () =>
      new MutationObserver(
        queryClient,
        deleteInvitesMutationOptions(iam, { ...options, optimistic: optimisticDeleteInvites }),
      ).mutate({ emails: [...items] }),
    createInvites: () =>
      new MutationObserver(
        queryClient,
        createInvitesMutationOptions(iam, { ...options, optimistic: optimisticCreateInvites }),
      ).mutate({ invites: items.map((email) => ({ email })) }),
    addPermissionsToUser: () =>
      new MutationObserver(
        queryClient,
        addPermissionsToUserMutationOptions(iam, { ...options, optimistic: optimisticAddPermissionsToUser }),
      ).mutate({ userId, permissions }),
    replacePermissionsForUser: () =>
      new MutationObserver(
        queryClient,
        replacePermissionsForUserMutationOptions(iam, { ...options, optimistic: optimisticReplacePermissionsForUser }),
      ).mutate({ userId, permissions }),
  };
  return starts[operation]();
}
