"use client";

import type { IamFailure, ListUsersData } from "@segment-iam/client";
import { useDeleteUsers, useListUsersInfinite, useListUsersSuspenseInfinite } from "@segment-iam/react";
import { useSyncExternalStore } from "react";
import { firstPage } from "./first-page.ts";

interface UserListProps {
  readonly pages: readonly ListUsersData[] | undefined;
  readonly failure: IamFailure | null;
  /** Fetches the next page; `false` on the last page. */
  readonly more: false | (() => unknown);
}

/** A list that the server prefetches before it sends the page. */
export function Users() {
  const { data, error, hasNextPage, fetchNextPage } = useListUsersInfinite(firstPage);
  return <UserList pages={data?.pages} failure={error} more={hasNextPage && fetchNextPage} />;
}

/** A list whose prefetch is pending when the server sends the page. */
export function StreamedUsers() {
  const { data, error, hasNextPage, fetchNextPage } = useListUsersSuspenseInfinite(firstPage);
  return <UserList pages={data.pages} failure={error} more={hasNextPage && fetchNextPage} />;
}

function UserList({ pages, failure, more }: UserListProps) {
  const { mutate } = useDeleteUsers();
  const isHydrated = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  if (failure) return <p role="alert">{failure.message}</p>;
  return (
    <main data-hydrated={isHydrated}>
      <ul>
        {pages
          ?.flatMap(({ users }) => users)
          .map(({ id, email }) => (
            <li key={id}>
              {email} <button onClick={() => mutate({ userIds: [id] })}>Remove</button>
            </li>
          ))}
      </ul>
      {more && <button onClick={() => more()}>More</button>}
    </main>
  );
}

function subscribeToNothing() {
  return () => {};
}
