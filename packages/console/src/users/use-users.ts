import { useListUsersInfinite } from "@segment-iam/react";
import { useMemo } from "react";

/** The users of the pages loaded so far, with the query that loads them. */
export function useUsers() {
  const query = useListUsersInfinite();
  const { data } = query;
  const users = useMemo(() => data?.pages.flatMap(({ users }) => users) ?? [], [data]);
  return { query, users, total: data?.pages.at(-1)?.pagination.totalEntries };
}
