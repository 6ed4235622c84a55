import { useDeleteUsers, useListUsers } from "@segment-iam/react";

export function Users() {
  const { data, error } = useListUsers();
  const { mutate: remove } = useDeleteUsers();
  if (error) return <p role="alert">{error.message}</p>;
  return data?.users.map(({ id, email }) => (
    <button key={id} onClick={() => remove({ userIds: [id] })}>
      Remove {email}
    </button>
  ));
}
