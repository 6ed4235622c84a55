import { useQueryClient } from "@tanstack/react-query";
import { getListUsersInfiniteQueryKey, useDeleteUsers, useListUsersInfinite } from "generated/orval";
import { PAGE_SIZE, type UsersPage } from "./users-page.ts";

export { Fragment as Provider } from "react";

const input = { "pagination.count": PAGE_SIZE };

export function useUsersPage(): UsersPage {
  const queryClient = useQueryClient();
  const { data, hasNextPage, fetchNextPage } = useListUsersInfinite(input, {
    query: {
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.status === 200 ? page.data.data?.pagination.next : undefined),
    },
  });
  const { mutate, isPending } = useDeleteUsers({
    mutation: {
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: getListUsersInfiniteQueryKey(input) }),
    },
  });
  return {
    emails: data?.pages.flatMap((page) =>
      page.status === 200 ? (page.data.data?.users.map(({ email }) => email) ?? []) : [],
    ),
    hasMore: hasNextPage,
    isDeleting: isPending,
    loadMore: fetchNextPage,
    remove: (userId) => mutate({ params: { "userIds.0": userId } }),
  };
}
