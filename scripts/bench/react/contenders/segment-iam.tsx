import { createIamClient } from "@segment-iam/client";
import { IamProvider, useDeleteUsers, useListUsersInfinite } from "@segment-iam/react";
import type { ReactNode } from "react";
import { PAGE_SIZE, type UsersPage } from "./users-page.ts";

const iam = createIamClient({ baseUrl: "https://app.example/api/iam" });

export function Provider({ children }: { readonly children: ReactNode }) {
  return <IamProvider client={iam}>{children}</IamProvider>;
}

export function useUsersPage(): UsersPage {
  const { data, hasNextPage, fetchNextPage } = useListUsersInfinite({ pagination: { count: PAGE_SIZE } });
  const { mutate, isPending } = useDeleteUsers();
  return {
    emails: data?.pages.flatMap(({ users }) => users.map(({ email }) => email)),
    hasMore: hasNextPage,
    isDeleting: isPending,
    loadMore: fetchNextPage,
    remove: (userId) => mutate({ userIds: [userId] }),
  };
}
