import { useDeleteUsers, useListUsersInfinite } from "@segment-iam/react";
import { optimisticDeleteUsers } from "@segment-iam/react/optimistic";
import { useState } from "react";
import { BulkRemoval } from "./bulk-removal.tsx";
import { firstPage } from "./first-page.ts";

export function UsersPage() {
  const [selected, setSelected] = useState<readonly string[]>([]);
  const { data, error, hasNextPage, fetchNextPage } = useListUsersInfinite(firstPage);
  const { mutate: remove, error: removalError } = useDeleteUsers({ optimistic: optimisticDeleteUsers });
  const failure = error ?? removalError;
  return (
    <>
      <ul>
        {data?.items.map(({ id, email }) => (
          <li key={id}>
            <input
              type="checkbox"
              aria-label={`Select ${email}`}
              checked={selected.includes(id)}
              onChange={({ target }) =>
                setSelected(target.checked ? [...selected, id] : selected.filter((other) => other !== id))
              }
            />
            <a href={`/users/${id}`}>{email}</a> <button onClick={() => remove({ userIds: [id] })}>Remove</button>
          </li>
        ))}
      </ul>
      {hasNextPage && <button onClick={() => fetchNextPage()}>More</button>}
      {failure && <p role="alert">{failure.message}</p>}
      <BulkRemoval userIds={selected} onEnd={() => setSelected([])} />
    </>
  );
}
