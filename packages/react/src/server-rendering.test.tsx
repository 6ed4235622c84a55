import { createIamClient, type IamClient } from "@segment-iam/client";
import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
  type DehydratedState,
} from "@tanstack/react-query";
import { renderToReadableStream, renderToString } from "react-dom/server";
import { Suspense } from "react";
import { expect, it } from "vitest";
import { useListInvitesSuspense, useListUsers, useListUsersInfinite } from "./index.ts";
import { listUsersInfiniteOptions, listUsersOptions } from "./query.ts";
import { IamProvider } from "./iam-provider.tsx";
import { setUp } from "./test-support/set-up.ts";

function Users() {
  const { data, status } = useListUsers();
  const list = useListUsersInfinite();
  return `${status}: ${data?.users[0]?.email}, ${list.data?.pages.length} page`;
}

function Invites() {
  return <p>{useListInvitesSuspense().data.invites.join()}</p>;
}

function page(iam: IamClient, state: DehydratedState) {
  return (
    <QueryClientProvider client={new QueryClient()}>
      <HydrationBoundary state={state}>
        <IamProvider client={iam}>
          <Users />
        </IamProvider>
      </HydrationBoundary>
    </QueryClientProvider>
  );
}

async function prefetch(iam: IamClient): Promise<DehydratedState> {
  const queryClient = new QueryClient();
  await queryClient.prefetchQuery(listUsersOptions(iam));
  await queryClient.prefetchInfiniteQuery(listUsersInfiniteOptions(iam));
  return JSON.parse(JSON.stringify(dehydrate(queryClient)));
}

it("shows what the server fetched where the client of a browser has the same scope", async () => {
  const { iam, workspace } = setUp({}, { scope: "acme" });
  const state = await prefetch(iam);
  const inBrowser = createIamClient({ baseUrl: "https://app.example/api/iam", scope: "acme", fetch: workspace.fetch });
  expect(renderToString(page(inBrowser, state))).toBe(`success: ${workspace.users[0]?.email}, 1 page`);
  expect(workspace.requests).toHaveLength(2);
});

it("never carries the token to the browser", async () => {
  const { iam } = setUp({}, { token: "sgp_secret" });
  expect(JSON.stringify(await prefetch(iam))).not.toContain("sgp_secret");
});

it("keeps the tenants of concurrent requests apart", async () => {
  const tenants = [setUp({ seed: 2, users: 1 }, { scope: "acme" }), setUp({ seed: 3, users: [] }, { scope: "globex" })];
  const pages = await Promise.all(tenants.map(async ({ iam }) => renderToString(page(iam, await prefetch(iam)))));
  expect(pages).toEqual(tenants.map(({ workspace }) => `success: ${workspace.users[0]?.email}, 1 page`));
});

it("streams what a suspended component waited for", async () => {
  const { iam, workspace, queryClient } = setUp();
  const stream = await renderToReadableStream(
    <QueryClientProvider client={queryClient}>
      <IamProvider client={iam}>
        <Suspense fallback="Loading">
          <Invites />
        </Suspense>
      </IamProvider>
    </QueryClientProvider>,
  );
  expect(await new Response(stream).text()).toContain(workspace.invites.map(({ email }) => email).join());
});
