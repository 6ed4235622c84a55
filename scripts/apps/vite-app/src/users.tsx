import { useDeleteUsers, useGetUser, useListUsersInfinite } from "@segment-iam/react";
import { optimisticDeleteUsers } from "@segment-iam/react/optimistic";
import { skipToken } from "@tanstack/react-query";
import { useState } from "react";
import { firstPage } from "./first-page.ts";

export function Users() {
  const [userId, setUserId] = useState<string>();
  const { data, error, hasNextPage, fetchNextPage } = useListUsersInfinite(firstPage);
  const { mutate } = useDeleteUsers({ optimistic: optimisticDeleteUsers });
  const user = useGetUser(userId === undefined ? skipToken : { userId });
  const failure = error ?? user.error;
  return (
    <main>
      <ul>
        {data?.pages
          .flatMap(({ users }) => users)
          .map(({ id, email }) => (
            <li key={id}>
              {email} <button onClick={() => mutate({ userIds: [id] })}>Remove</button>
            </li>
          ))}
      </ul>
      {hasNextPage && <button onClick={() => fetchNextPage()}>More</button>}
      <button onClick={() => setUserId("missing")}>Show a missing user</button>
      {failure && <p role="alert">{failure.name === "ApiError" ? failure.status : failure.message}</p>}
    </main>
  );
}
