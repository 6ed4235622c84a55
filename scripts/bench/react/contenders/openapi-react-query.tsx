import { useQueryClient } from "@tanstack/react-query";
import createFetchClient from "openapi-fetch";
import createQueryHooks from "openapi-react-query";
import type { paths } from "generated/paths";
import { PAGE_SIZE, type UsersPage } from "./users-page.ts";

export { Fragment as Provider } from "react";

const api = createQueryHooks(createFetchClient<paths>({ baseUrl: "https://app.example/api/iam" }));

export function useUsersPage(): UsersPage {
  const queryClient = useQueryClient();
  const { data, hasNextPage, fetchNextPage } = api.useInfiniteQuery(
    "get",
    "/users",
    { params: { query: { "pagination.count": PAGE_SIZE } } },
    {
      pageParamName: "pagination.cursor",
      initialPageParam: "",
      getNextPageParam: (page: { data?: { pagination: { next?: string | null } } }) => page.data?.pagination.next,
    },
  );
  const { mutate, isPending } = api.useMutation("delete", "/users", {
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ["get", "/users"] }),
  });
  return {
    emails: data?.pages.flatMap((page) => page.data?.users.map(({ email }) => email) ?? []),
    hasMore: hasNextPage,
    isDeleting: isPending,
    loadMore: fetchNextPage,
    remove: (userId) => mutate({ params: { query: { "userIds.0": userId } } }),
  };
}
