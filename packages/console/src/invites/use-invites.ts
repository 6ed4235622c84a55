import { useListInvitesInfinite } from "@segment-iam/react";

const none: readonly string[] = [];

/** The open invites of the pages loaded so far, with the query that loads them. */
export function useInvites() {
  const query = useListInvitesInfinite();
  return { query, emails: query.data?.items ?? none, total: query.data?.totalEntries };
}
