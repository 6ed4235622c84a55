import type { UserV1 } from "@segment-iam/client";
import { useListUsersInfinite } from "@segment-iam/react";

const none: readonly UserV1[] = [];

/** The users of the pages loaded so far, with the query that loads them. */
export function useUsers() {
  const query = useListUsersInfinite();
  return { query, users: query.data?.items ?? none, total: query.data?.totalEntries };
}
