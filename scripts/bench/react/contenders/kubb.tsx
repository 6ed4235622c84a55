import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { listUsers } from "generated/kubb/clients/listUsers";
import { useDeleteUsers } from "generated/kubb/hooks/useDeleteUsers";
import { listUsersQueryKey } from "generated/kubb/hooks/useListUsers";
import { COUNT, type UsersPage } from "./users-page.ts";

export { Fragment as Shell } from "react";

const queryKey = listUsersQueryKey({ pagination: { count: COUNT } });
const config = { baseURL: "https://app.example/api/iam" };

export function useUsersPage(): UsersPage {
  const queryClient = useQueryClient();
  // Its infinite hooks do not reach a cursor inside an object, so this one is written by hand.
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => {
      const query = { "pagination.count": COUNT, "pagination.cursor": pageParam };
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
    isRemoving: isPending,
    more: fetchNextPage,
    remove: (userId) => mutate({ params: { userIds: [userId] } }),
  };
}
