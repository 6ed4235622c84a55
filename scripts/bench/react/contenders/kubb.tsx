import { useQueryClient } from "@tanstack/react-query";
import { useDeleteUsers } from "generated/kubb/hooks/useDeleteUsers";
import { listUsersInfiniteQueryKey, useListUsersInfinite } from "generated/kubb/hooks/useListUsersInfinite";
import { PAGE_SIZE, type UsersPage } from "./users-page.ts";

export { Fragment as Provider } from "react";

const input = { "pagination.count": PAGE_SIZE };
const config = { baseURL: "https://app.example/api/iam" };

export function useUsersPage(): UsersPage {
  const queryClient = useQueryClient();
  const { data, hasNextPage, fetchNextPage } = useListUsersInfinite(input, { client: config });
  const { mutate, isPending } = useDeleteUsers({
    client: config,
    mutation: {
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: listUsersInfiniteQueryKey(input) }),
    },
  });
  return {
    emails: data?.pages.flatMap((page) => page.data?.users.map(({ email }) => email) ?? []),
    hasMore: hasNextPage,
    isDeleting: isPending,
    loadMore: fetchNextPage,
    remove: (userId) => mutate({ params: { "userIds.0": userId } }),
  };
}
