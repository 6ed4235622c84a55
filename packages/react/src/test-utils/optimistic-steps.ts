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
import type { QueryName } from "./query-drivers.ts";

interface WriteOptions {
  readonly retry: false;
  readonly invalidate?: false;
}

/** The operations with optimistic updates. */
export type OptimisticOperation =
  | "deleteUsers"
  | "deleteInvites"
  | "createInvites"
  | "addPermissionsToUser"
  | "replacePermissionsForUser";

const optionsOf: Record<OptimisticOperation, (iam: IamClient, options: WriteOptions) => object> = {
  deleteUsers: (iam, options) => deleteUsersMutationOptions(iam, { ...options, optimistic: optimisticDeleteUsers }),
  deleteInvites: (iam, options) =>
    deleteInvitesMutationOptions(iam, { ...options, optimistic: optimisticDeleteInvites }),
  createInvites: (iam, options) =>
    createInvitesMutationOptions(iam, { ...options, optimistic: optimisticCreateInvites }),
  addPermissionsToUser: (iam, options) =>
    addPermissionsToUserMutationOptions(iam, { ...options, optimistic: optimisticAddPermissionsToUser }),
  replacePermissionsForUser: (iam, options) =>
    replacePermissionsForUserMutationOptions(iam, { ...options, optimistic: optimisticReplacePermissionsForUser }),
};

/** Starts a mutation with its optimistic update. It invalidates nothing unless `invalidates` is set. */
export function startWrite<Id extends OptimisticOperation>(
  queryClient: QueryClient,
  iam: IamClient,
  operation: Id,
  variables: InputOf<Id>,
  invalidates = false,
): Promise<unknown> {
  const options = optionsOf[operation](iam, { retry: false, ...(!invalidates && { invalidate: false }) });
  return new MutationObserver<unknown, Error, object>(queryClient, options).mutate(variables);
}

/** A write with a list of users, addresses or roles. */
export interface ListWrite {
  readonly operation: OptimisticOperation;
  readonly items: readonly string[];
  readonly userId: string;
  /** Whether the affected queries are refetched after the write. */
  readonly invalidates?: boolean;
}

/** Starts a write with a list. */
export function startListWrite(
  queryClient: QueryClient,
  iam: IamClient,
  { operation, items, userId, invalidates }: ListWrite,
): Promise<unknown> {
  const permissions = items.map((roleId) => ({ roleId, resources: [] }));
  const variables: { readonly [Id in OptimisticOperation]: InputOf<Id> } = {
    deleteUsers: { userIds: [...items] },
    deleteInvites: { emails: [...items] },
    createInvites: { invites: items.map((email) => ({ email })) },
    addPermissionsToUser: { userId, permissions },
    replacePermissionsForUser: { userId, permissions },
  };
  return startWrite(queryClient, iam, operation, variables[operation], invalidates);
}

/** One step of `OptimisticModel`. */
export type Step =
  | { readonly write: ListWrite }
  /** Fetches a query. If it has an observer, `cancelRefetch` cancels a fetch in flight. */
  | { readonly fetch: QueryName; readonly cancelRefetch: boolean }
  /** Fetches one more page of a list. */
  | { readonly fetchMore: QueryName; readonly isBackward: boolean }
  /** Mounts or unmounts a component that observes a query. */
  | { readonly toggle: QueryName }
  | { readonly cancel: QueryName }
  | { readonly clear: "queries" | "mutations" }
  | { readonly isOnline: boolean }
  /** Whether the server reads its data when a request arrives. Otherwise it does so when it responds. Early reads can be outdated. */
  | { readonly readsEarly: boolean }
  /** Another client adds a user and an invite. */
  | { readonly addOther: true }
  /** Responds to one of the requests in flight. */
  | { readonly respond: number; readonly fails: boolean }
  /** Rejects one of the writes in flight. */
  | { readonly failWrite: number };
