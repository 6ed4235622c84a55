import { listUsersInfiniteOptions } from "@segment-iam/react/query";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { Suspense } from "react";
import { firstPage } from "../first-page.ts";
import { createServerClient } from "../server-client.ts";
import { StreamedUsers } from "../users.tsx";

export const dynamic = "force-dynamic";

// Next.js requires a default export.
export default function Page() {
  const queryClient = new QueryClient();
  // Not awaited: the page is sent at once, and the data follows in the same stream.
  void queryClient.prefetchInfiniteQuery(listUsersInfiniteOptions(createServerClient(), firstPage));
  const state = dehydrate(queryClient, { shouldDehydrateQuery: () => true });
  return (
    <HydrationBoundary state={state}>
      <Suspense fallback={<p>Loading</p>}>
        <StreamedUsers />
      </Suspense>
    </HydrationBoundary>
  );
}
