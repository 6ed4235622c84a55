import { ApiError } from "@segment-iam/client";
import { getUserQueryKey, prefetchGetUser } from "@segment-iam/react/query";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { createServerClient } from "../../server-client.ts";
import { User } from "./user.tsx";

export default async function UserPage({ params }: { readonly params: Promise<{ userId: string }> }) {
  const { userId } = await params;
  const iam = await createServerClient();
  const queryClient = new QueryClient();
  await prefetchGetUser(queryClient, iam, { userId });
  const error = queryClient.getQueryState(getUserQueryKey(iam, { userId }))?.error;
  if (error instanceof ApiError && error.status === 404) notFound();
  // Includes a failed query, so that the browser shows its error without a second request.
  const state = dehydrate(queryClient, { shouldDehydrateQuery: () => true });
  return (
    // React removes the properties of an error in props. As JSON, the error keeps its status.
    <HydrationBoundary state={JSON.parse(JSON.stringify(state))}>
      <User userId={userId} />
    </HydrationBoundary>
  );
}
