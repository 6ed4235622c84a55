import type { IamClient, InputOf } from "@segment-iam/client";
import type { QueryClient } from "@tanstack/react-query";
import type { QueryName } from "./query-drivers.ts";
import { startWrite, type OptimisticWriteId } from "./start-write.ts";

/** Starts a mutation with its optimistic update, without retries. It invalidates nothing unless `invalidates` is set. */
export function startOptimisticWrite<Id extends OptimisticWriteId>(
  queryClient: QueryClient,
  iam: IamClient,
  operation: Id,
  variables: InputOf<Id>,
  invalidates = false,
): Promise<unknown> {
  const overrides = { optimistic: true, retry: false, ...(!invalidates && { invalidate: false as const }) };
  return startWrite(queryClient, iam, operation, variables, overrides);
}

/** A write with a list of users, addresses or roles. */
export interface ListWrite {
  readonly operation: OptimisticWriteId;
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
  const variables: { readonly [Id in OptimisticWriteId]: InputOf<Id> } = {
    deleteUsers: { userIds: [...items] },
    deleteInvites: { emails: [...items] },
    createInvites: { invites: items.map((email) => ({ email })) },
    addPermissionsToUser: { userId, permissions },
    replacePermissionsForUser: { userId, permissions },
  };
  return startOptimisticWrite(queryClient, iam, operation, variables[operation], invalidates);
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

/** Responds to the oldest request in flight. */
export const respond: Step = { respond: 0, fails: false };
/** Responds to the second oldest request in flight. */
export const respondToSecond: Step = { respond: 1, fails: false };
/** Rejects the oldest write in flight. */
export const failWrite: Step = { failWrite: 0 };

/** Removes users, without a refetch. */
export function removeUsers(...items: readonly string[]): Step {
  return { write: { operation: "deleteUsers", items, userId: "" } };
}
