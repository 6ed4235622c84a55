import type { UserV1 } from "@segment-iam/client";
import { useListUsersInfinite } from "@segment-iam/react";

const noUsers: readonly UserV1[] = [];

/** Returns the users loaded so far, their total number, and the query that loads them. */
export function useUsers() {
  const query = useListUsersInfinite();
  return { query, users: query.data?.items ?? noUsers, total: query.data?.totalEntries };
}

/** Returns whether each word of the search text occurs in the user's name, email, ID or roles, ignoring case. */
export function matchesUser({ id, name, email, permissions = [] }: UserV1, searchText: string): boolean {
  const fields = [id, name, email, ...permissions.map(({ roleName }) => roleName)].join("\n").toLowerCase();
  return searchText
    .toLowerCase()
    .split(/\s+/)
    .every((word) => fields.includes(word));
}
