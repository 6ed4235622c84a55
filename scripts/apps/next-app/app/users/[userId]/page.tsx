import { getUserOptions } from "@segment-iam/react/query";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { createServerClient } from "../../server-client.ts";
import { User } from "./user.tsx";

// Next.js requires a default export.
export default async function Page({ params }: { readonly params: Promise<{ userId: string }> }) {
  const { userId } = await params;
  const queryClient = new QueryClient();
  await queryClient.prefetchQuery(getUserOptions(createServerClient(), { userId }));
  const state = dehydrate(queryClient, { shouldDehydrateQuery: () => true });
  return (
    // React replaces an error with a digest when it serializes props. As JSON, the error keeps its properties.
    <HydrationBoundary state={JSON.parse(JSON.stringify(state))}>
      <User userId={userId} />
    </HydrationBoundary>
  );
}
