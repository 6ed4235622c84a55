import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { listUsers } from "generated/kubb/clients/listUsers";
import { useDeleteUsers } from "generated/kubb/hooks/useDeleteUsers";
import { listUsersQueryKey } from "generated/kubb/hooks/useListUsers";
import { PAGE_SIZE, type UsersPage } from "./users-page.ts";

export { Fragment as Provider } from "react";

const queryKey = listUsersQueryKey({ pagination: { count: PAGE_SIZE } });
const config = { baseURL: "https://app.example/api/iam" };

export function useUsersPage(): UsersPage {
  const queryClient = useQueryClient();
  // Kubb's infinite hooks do not support a cursor inside an object, so this one is hand-written.
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => {
      const query = { "pagination.count": PAGE_SIZE, "pagination.cursor": pageParam };
      return listUsers(query as object, { ...config, signal });
    },
    initialPageParam: "",
    getNextPageParam: ({ data }) => data?.pagination.next,
  });
  const { mutate, isPending } = useDeleteUsers({
    client: config,
    mutation: { onSuccess: () => void queryClient.invalidateQueries({ queryKey }) },
  });
  return {
    emails: data?.pages.flatMap((page) => page.data?.users.map(({ email }) => email) ?? []),
    hasMore: hasNextPage,
    isDeleting: isPending,
    loadMore: fetchNextPage,
    remove: (userId) => mutate({ params: { userIds: [userId] } }),
  };
}
