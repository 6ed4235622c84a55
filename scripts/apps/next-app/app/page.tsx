import { listUsersInfiniteOptions } from "@segment-iam/react/query";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { firstPage } from "./first-page.ts";
import { createServerClient } from "./server-client.ts";
import { Users } from "./users.tsx";

export const dynamic = "force-dynamic";

// Next.js requires a default export.
export default async function Page() {
  const queryClient = new QueryClient();
  await queryClient.prefetchInfiniteQuery(listUsersInfiniteOptions(createServerClient(), firstPage));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Users />
    </HydrationBoundary>
  );
}
