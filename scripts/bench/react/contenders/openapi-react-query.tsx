import { useQueryClient } from "@tanstack/react-query";
import createFetchClient from "openapi-fetch";
import createQueryHooks from "openapi-react-query";
import type { paths } from "generated/paths";
import { COUNT, type UsersPage } from "./users-page.ts";

export { Fragment as Shell } from "react";

const api = createQueryHooks(createFetchClient<paths>({ baseUrl: "https://app.example/api/iam" }));

export function useUsersPage(): UsersPage {
  const queryClient = useQueryClient();
  const { data, hasNextPage, fetchNextPage } = api.useInfiniteQuery(
    "get",
    "/users",
    { params: { query: { pagination: { count: COUNT } } } },
    {
      // It cannot put the cursor into `pagination`; a server of its own would have to take it from here.
      pageParamName: "cursor",
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
    isRemoving: isPending,
    more: fetchNextPage,
    remove: (userId) => mutate({ params: { query: { userIds: [userId] } } }),
  };
}
