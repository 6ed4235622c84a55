import { useQueryClient } from "@tanstack/react-query";
import { getListUsersInfiniteQueryKey, useDeleteUsers, useListUsersInfinite } from "generated/orval";
import { COUNT, type UsersPage } from "./users-page.ts";

export { Fragment as Shell } from "react";

const input = { pagination: { count: COUNT } };

export function useUsersPage(): UsersPage {
  const queryClient = useQueryClient();
  const { data, hasNextPage, fetchNextPage } = useListUsersInfinite(input, {
    query: {
      initialPageParam: undefined,
      getNextPageParam: (page) => {
        const cursor = page.status === 200 ? page.data.data?.pagination.next : undefined;
        // It writes `[object Object]` for an object in the query; with this the server sees the cursor.
        return cursor ? Object.assign([cursor], { cursor, count: COUNT }) : undefined;
      },
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
    isRemoving: isPending,
    more: fetchNextPage,
    remove: (userId) => mutate({ params: { userIds: [userId] } }),
  };
}
