import { getUserOptions } from "@segment-iam/react/query";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { createServerClient } from "../../server-client.ts";
import { User } from "./user.tsx";

// Next.js takes a page from the default export.
export default async function Page({ params }: { readonly params: Promise<{ userId: string }> }) {
  const { userId } = await params;
  const queryClient = new QueryClient();
  await queryClient.prefetchQuery(getUserOptions(createServerClient(), { userId }));
  const state = dehydrate(queryClient, { shouldDehydrateQuery: () => true });
  return (
    // React replaces errors by a digest on their way to a browser; as JSON they keep what they say.
    <HydrationBoundary state={JSON.parse(JSON.stringify(state))}>
      <User userId={userId} />
    </HydrationBoundary>
  );
}
