import { useMemo } from "react";
import { usePageLoader } from "../table/use-page-loader.ts";
import { useUsers } from "../users/use-users.ts";
import { guardChange, type ChangeRisks, type PlannedChange } from "./guard-change.ts";
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
  const risks = useMemo(() => guardChange(users, changes, userId), [users, changes, userId]);
  const isUnsafe = risks.formerOwners.length > 0 && risks.remainingOwners === 0;
  usePageLoader(query, isUnsafe);
  const isFailed = query.isError && !query.isFetching;
  const unsafe = isFailed ? "unknown" : query.hasNextPage || query.isPending ? "checking" : "last";
  return { ...risks, owners: isUnsafe ? unsafe : "safe", loaded: users.length, total };
}

/**
 * Returns whether a change needs a typed confirmation: it takes the last known owner role, or affects the own account.
 */
export function needsTyping({ owners, ownAccount }: KnownRisks): boolean {
  return owners === "last" || owners === "unknown" || ownAccount !== undefined;
}
