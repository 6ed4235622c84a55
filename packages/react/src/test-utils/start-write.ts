import type { IamClient, InputOf } from "@segment-iam/client";
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
import type { OperationMutationOverrides } from "../query/mutation-options-of.ts";

/** The writes with an optimistic update. The OpenAPI document can have other writes. */
export type OptimisticWriteId =
  | "deleteUsers"
  | "addPermissionsToUser"
  | "replacePermissionsForUser"
  | "createInvites"
  | "deleteInvites";

type AnyBuilder = (iam: IamClient, overrides: object) => object;

const builders: Readonly<Record<OptimisticWriteId, AnyBuilder>> = {
  deleteUsers: deleteUsersMutationOptions,
  addPermissionsToUser: addPermissionsToUserMutationOptions,
  replacePermissionsForUser: replacePermissionsForUserMutationOptions,
  createInvites: createInvitesMutationOptions,
  deleteInvites: deleteInvitesMutationOptions,
};

const updates: Readonly<Record<OptimisticWriteId, object>> = {
  deleteUsers: optimisticDeleteUsers,
  addPermissionsToUser: optimisticAddPermissionsToUser,
  replacePermissionsForUser: optimisticReplacePermissionsForUser,
  createInvites: optimisticCreateInvites,
  deleteInvites: optimisticDeleteInvites,
};

/** The options of a mutation. `optimistic` uses the operation's optimistic update. */
export interface WriteOverrides<Id extends OptimisticWriteId> extends Omit<
  OperationMutationOverrides<Id>,
  "optimistic"
> {
  readonly optimistic?: boolean;
}

/** Starts the mutation of an operation with its mutation options. */
export function startWrite<Id extends OptimisticWriteId>(
  queryClient: QueryClient,
  iam: IamClient,
  operation: Id,
  variables: InputOf<Id>,
  { optimistic = false, ...overrides }: WriteOverrides<Id> = {},
): Promise<unknown> {
  const options = builders[operation](iam, { ...overrides, ...(optimistic && { optimistic: updates[operation] }) });
  return new MutationObserver<unknown, Error, object>(queryClient, options).mutate(variables);
}
