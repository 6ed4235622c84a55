import { prefetchListUsersInfinite } from "@segment-iam/react/query";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { Suspense } from "react";
import { firstPage } from "./first-page.ts";
import { InviteForm } from "./invite-form.tsx";
import { createServerClient } from "./server-client.ts";
import { Users } from "./users.tsx";

export default async function UsersPage() {
  const iam = await createServerClient();
  const queryClient = new QueryClient();
  // Not awaited: the page is sent at once, and the users follow in the same response.
  void prefetchListUsersInfinite(queryClient, iam, firstPage);
  return (
    <>
      <InviteForm />
      <HydrationBoundary state={dehydrate(queryClient, { shouldDehydrateQuery: () => true })}>
        <Suspense fallback={<p>Loading</p>}>
          <Users />
        </Suspense>
      </HydrationBoundary>
    </>
  );
}
