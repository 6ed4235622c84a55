import { useDeleteUsers, useListUsersInfinite } from "@segment-iam/react";
import { optimisticDeleteUsers } from "@segment-iam/react/optimistic";
import { COUNT, type UsersPage } from "./users-page.ts";

export { Shell } from "./ours.tsx";

export function useUsersPage(): UsersPage {
  const { data, hasNextPage, fetchNextPage } = useListUsersInfinite({ pagination: { count: COUNT } });
  const { mutate, isPending } = useDeleteUsers({ optimistic: optimisticDeleteUsers });
  return {
    emails: data?.pages.flatMap(({ users }) => users.map(({ email }) => email)),
    hasMore: hasNextPage,
    isRemoving: isPending,
    more: fetchNextPage,
    remove: (userId) => mutate({ userIds: [userId] }),
  };
}
