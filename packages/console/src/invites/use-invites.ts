import { useListInvitesInfinite } from "@segment-iam/react";
import { useMemo } from "react";

/** The open invites of the pages loaded so far, with the query that loads them. */
export function useInvites() {
  const query = useListInvitesInfinite();
  const { data } = query;
  const emails = useMemo(() => data?.pages.flatMap(({ invites }) => invites) ?? [], [data]);
  return { query, emails, total: data?.pages.at(-1)?.pagination.totalEntries };
}
