import { ApiError, createInvites } from "@segment-iam/client";
import { useDeleteUsers, useListUsersInfinite } from "@segment-iam/react";
import { prefetchListUsersInfinite } from "@segment-iam/react/query";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { Form, Link } from "react-router";
import { firstPage } from "../first-page.ts";
import { createServerClient } from "../server-client.server.ts";
import type { Route } from "./+types/users.ts";

export async function loader({ request }: Route.LoaderArgs) {
  const iam = await createServerClient(request);
  const queryClient = new QueryClient();
  await prefetchListUsersInfinite(queryClient, iam, firstPage);
  return { state: dehydrate(queryClient) };
}

/** Invites a user. Returns a message for the form. */
export async function action({ request }: Route.ActionArgs) {
  const iam = await createServerClient(request);
  const email = String((await request.formData()).get("email"));
  try {
    await createInvites(iam, { invites: [{ email }] });
    return `Invited ${email}`;
  } catch (error) {
    if (error instanceof ApiError) return `${error.status} ${error.errors[0]?.message}`;
    throw error;
  }
}

export default function UsersPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <Form method="post">
        <input name="email" type="email" aria-label="Email" required />
        <button>Invite</button>
        <output>{actionData}</output>
      </Form>
      <HydrationBoundary state={loaderData.state}>
        <Users />
      </HydrationBoundary>
    </>
  );
}

function Users() {
  const { data, error, hasNextPage, fetchNextPage } = useListUsersInfinite(firstPage);
  const { mutate: remove, error: removalError } = useDeleteUsers();
  const failure = error ?? removalError;
  return (
    <>
      <ul>
        {data?.items.map(({ id, email }) => (
          <li key={id}>
            <Link to={`/users/${id}`}>{email}</Link> <button onClick={() => remove({ userIds: [id] })}>Remove</button>
          </li>
        ))}
      </ul>
      {hasNextPage && <button onClick={() => fetchNextPage()}>More</button>}
      {failure && <p role="alert">{failure.message}</p>}
    </>
  );
}
