import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { PAGE_SIZE, type UsersData, type UsersPage } from "./users-page.ts";

export { Fragment as Provider } from "react";

const queryKey = ["users"];

async function send(method: string, path: string, signal?: AbortSignal) {
  const response = await fetch(`https://app.example/api/iam${path}`, { method, signal: signal ?? null });
  const body = await response.json();
  if (!response.ok) throw Object.assign(new Error(`HTTP ${response.status}`), { errors: body.errors });
  return body.data;
}

export function useUsersPage(): UsersPage {
  const queryClient = useQueryClient();
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }): Promise<UsersData> =>
      send("GET", `/users?pagination.count=${PAGE_SIZE}&pagination.cursor=${encodeURIComponent(pageParam)}`, signal),
    initialPageParam: "",
    getNextPageParam: ({ pagination }) => pagination.next,
  });
  const { mutate, isPending } = useMutation({
    mutationFn: (id: string) => send("DELETE", `/users?userIds.0=${encodeURIComponent(id)}`),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey }),
  });
  return {
    emails: data?.pages.flatMap(({ users }) => users.map(({ email }) => email)),
    hasMore: hasNextPage,
    isDeleting: isPending,
    loadMore: fetchNextPage,
    remove: mutate,
  };
}
