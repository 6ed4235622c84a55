import type { UserV1 } from "@segment-iam/client";
import { useListUsersInfinite } from "@segment-iam/react";

const noUsers: readonly UserV1[] = [];

/** Returns the users loaded so far, their total number, and the query that loads them. */
export function useUsers() {
  const query = useListUsersInfinite();
  return { query, users: query.data?.items ?? noUsers, total: query.data?.totalEntries };
}
