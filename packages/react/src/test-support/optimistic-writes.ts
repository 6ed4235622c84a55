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
}

const silent = { retry: false, invalidate: false } as const;

/** Starts a write that is shown at once. Nothing is fetched because of it. */
export function startWrite(
  queryClient: QueryClient,
  iam: IamClient,
  { operation, items, userId }: WriteOfList,
): Promise<unknown> {
  const permissions = items.map((roleId) => ({ roleId, resources: [] }));
  const starts: Record<OptimisticOperation, () => Promise<unknown>> = {
    deleteUsers: () =>
      new MutationObserver(
        queryClient,
        deleteUsersMutationOptions(iam, { ...silent, optimistic: optimisticDeleteUsers }),
      ).mutate({ userIds: [...items] }),
    deleteInvites: () =>
      new MutationObserver(
        queryClient,
        deleteInvitesMutationOptions(iam, { ...silent, optimistic: optimisticDeleteInvites }),
      ).mutate({ emails: [...items] }),
    createInvites: () =>
      new MutationObserver(
        queryClient,
        createInvitesMutationOptions(iam, { ...silent, optimistic: optimisticCreateInvites }),
      ).mutate({ invites: items.map((email) => ({ email })) }),
    addPermissionsToUser: () =>
      new MutationObserver(
        queryClient,
        addPermissionsToUserMutationOptions(iam, { ...silent, optimistic: optimisticAddPermissionsToUser }),
      ).mutate({ userId, permissions }),
    replacePermissionsForUser: () =>
      new MutationObserver(
        queryClient,
        replacePermissionsForUserMutationOptions(iam, { ...silent, optimistic: optimisticReplacePermissionsForUser }),
      ).mutate({ userId, permissions }),
  };
  return starts[operation]();
}
