import type { UserV1 } from "@segment-iam/client";
import { useMemo } from "react";
import { usePageLoader } from "../table/use-page-loader.ts";
import { useUsers } from "../users/use-users.ts";
import { findChangeRisks, type ChangeRisks, type PlannedChange } from "./find-change-risks.ts";
import { useOwnAccount } from "./use-own-account.ts";

/** The risks of a planned change, and what is known about other owners. */
export interface KnownRisks extends ChangeRisks {
  /**
   * Whether an owner remains: `checking` while more users load, `unknown` if they cannot be loaded, `safe` if an owner remains or no owner
   * is affected.
   */
  readonly owners: "safe" | "last" | "checking" | "unknown";
  /** The number of users loaded so far. */
  readonly loaded: number;
  /** The number of all users; `undefined` while unknown. */
  readonly total: number | undefined;
}

const noChanges: readonly PlannedChange[] = [];

/**
 * Returns the risks of a planned change. While no remaining owner is found, loads more users.
 *
 * @param changes the planned changes; `undefined` while none is planned. Must be stable between renders.
 */
export function useChangeRisks(changes: readonly PlannedChange[] = noChanges): KnownRisks {
  const { query, users, total } = useUsers();
  const { userId } = useOwnAccount();
  const risks = useMemo(() => findChangeRisks(users, changes, userId), [users, changes, userId]);
  const hasNoOwner = risks.formerOwners.length > 0 && risks.remainingOwners === 0;
  // A change that was planned before a reload has users whose current permissions are not loaded.
  const hasUnknown = useMemo(() => hasUnknownUsers(users, changes), [users, changes]);
  const isUnsafe = hasNoOwner || hasUnknown;
  usePageLoader(query, isUnsafe);
  const isFailed = query.isError && !query.isFetching;
  const unsafe = isFailed
    ? "unknown"
    : query.hasNextPage || query.isPending
      ? "checking"
      : hasNoOwner
        ? "last"
        : "safe";
  return { ...risks, owners: isUnsafe ? unsafe : "safe", loaded: users.length, total };
}

/** Returns whether the current permissions of a changed user are unknown. */
function hasUnknownUsers(users: readonly UserV1[], changes: readonly PlannedChange[]): boolean {
  const unknown = changes.filter(({ user }) => user.permissions === undefined);
  if (unknown.length === 0) return false;
  const loadedIds = new Set(users.map(({ id }) => id));
  return unknown.some(({ user }) => !loadedIds.has(user.id));
}

/**
 * Returns whether a change needs a typed confirmation: it takes the last known owner role, or affects the own account.
 */
export function needsTyping({ owners, ownAccount }: KnownRisks): boolean {
  return owners === "last" || owners === "unknown" || ownAccount !== undefined;
}
