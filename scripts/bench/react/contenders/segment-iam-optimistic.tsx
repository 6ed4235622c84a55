import { useDeleteUsers, useListUsersInfinite } from "@segment-iam/react";
import { optimisticDeleteUsers } from "@segment-iam/react/optimistic";
import { PAGE_SIZE, type UsersPage } from "./users-page.ts";

export { Provider } from "./segment-iam.tsx";

export function useUsersPage(): UsersPage {
  const { data, hasNextPage, fetchNextPage } = useListUsersInfinite({ pagination: { count: PAGE_SIZE } });
  const { mutate, isPending } = useDeleteUsers({ optimistic: optimisticDeleteUsers });
  return {
    emails: data?.pages.flatMap(({ users }) => users.map(({ email }) => email)),
    hasMore: hasNextPage,
    isDeleting: isPending,
    loadMore: fetchNextPage,
    remove: (userId) => mutate({ userIds: [userId] }),
  };
}
