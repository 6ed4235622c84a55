import { ApiError, type IamClient } from "@segment-iam/client";
import { useGetUserSuspense, useListUserGroupsFromUserSuspense } from "@segment-iam/react";
import { getUserOptions, prefetchListUserGroupsFromUser } from "@segment-iam/react/query";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { Suspense } from "react";
import { Await, data } from "react-router";
import { createServerClient } from "../server-client.server.ts";
import type { Route } from "./+types/user.ts";

/** Awaits the user, so that the response gets the status of an error. The groups follow in the same response. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const iam = await createServerClient(request);
  const queryClient = new QueryClient();
  try {
    await queryClient.fetchQuery(getUserOptions(iam, params));
  } catch (error) {
    throw error instanceof ApiError ? data(error.errors[0]?.message, { status: error.status }) : error;
  }
  return { user: dehydrate(queryClient), groups: prefetchGroups(iam, params.userId) };
}

async function prefetchGroups(iam: IamClient, userId: string) {
  const queryClient = new QueryClient();
  await prefetchListUserGroupsFromUser(queryClient, iam, { userId });
  return dehydrate(queryClient);
}

export default function UserPage({ loaderData, params }: Route.ComponentProps) {
  return (
    <HydrationBoundary state={loaderData.user}>
      <User userId={params.userId} />
      <Suspense fallback={<p>Loading groups</p>}>
        <Await resolve={loaderData.groups}>
          {(state) => (
            <HydrationBoundary state={state}>
              <Groups userId={params.userId} />
            </HydrationBoundary>
          )}
        </Await>
      </Suspense>
    </HydrationBoundary>
  );
}

function User({ userId }: { readonly userId: string }) {
  const { data } = useGetUserSuspense({ userId });
  return <h1>{data.user.email}</h1>;
}

function Groups({ userId }: { readonly userId: string }) {
  const { data } = useListUserGroupsFromUserSuspense({ userId });
  return (
    <ul aria-label="Groups">
      {data.groups.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
}
