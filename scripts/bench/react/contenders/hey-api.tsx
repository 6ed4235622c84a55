import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  deleteUsersMutation,
  listUsersInfiniteOptions,
  listUsersInfiniteQueryKey,
} from "generated/hey-api/@tanstack/react-query.gen";
import { createClient, createConfig } from "generated/hey-api/client";
import { PAGE_SIZE, type UsersPage } from "./users-page.ts";

export { Fragment as Provider } from "react";

const client = createClient(createConfig({ baseUrl: "https://app.example/api/iam" }));
const input = { client, query: { "pagination.count": PAGE_SIZE } };

export function useUsersPage(): UsersPage {
  const queryClient = useQueryClient();
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...listUsersInfiniteOptions(input),
    initialPageParam: {},
    getNextPageParam: ({ data }) => data?.pagination.next,
  });
  const { mutate, isPending } = useMutation({
    ...deleteUsersMutation({ client }),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: listUsersInfiniteQueryKey(input) }),
  });
  return {
    emails: data?.pages.flatMap((page) => page.data?.users.map(({ email }) => email) ?? []),
    hasMore: hasNextPage,
    isDeleting: isPending,
    loadMore: fetchNextPage,
    remove: (userId) => mutate({ query: { "userIds.0": userId } }),
  };
}
