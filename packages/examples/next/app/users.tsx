"use client";

import { useDeleteUsers, useListUsersSuspenseInfinite } from "@segment-iam/react";
import Link from "next/link";
import { firstPage } from "./first-page.ts";

export function Users() {
  const { data, hasNextPage, fetchNextPage } = useListUsersSuspenseInfinite(firstPage);
  const { mutate: remove, error } = useDeleteUsers();
  return (
    <>
      <ul>
        {data.items.map(({ id, email }) => (
          <li key={id}>
            <Link href={`/users/${id}`} prefetch={false}>
              {email}
            </Link>{" "}
            <button onClick={() => remove({ userIds: [id] })}>Remove</button>
          </li>
        ))}
      </ul>
      {hasNextPage && <button onClick={() => fetchNextPage()}>More</button>}
      {error && <p role="alert">{error.message}</p>}
    </>
  );
}
