import { ApiError, createIamClient, reviveError, type IamClient, type ListInvitesData } from "@segment-iam/client";
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
import { getUserOptions, listUsersInfiniteOptions, listUsersOptions } from "./query.ts";
import { IamProvider } from "./iam-provider.tsx";
import { createDeferredApi } from "./test-utils/deferred-api.ts";
import { setUp } from "./test-utils/set-up.ts";

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

it("hydrates prefetched data if both clients have the same scope", async () => {
  const { iam, workspace } = setUp({}, { scope: "acme" });
  const state = await prefetch(iam);
  const inBrowser = createIamClient({ baseUrl: "https://app.example/api/iam", scope: "acme", fetch: workspace.fetch });
  expect(renderToString(page(inBrowser, state))).toBe(`success: ${workspace.users[0]?.email}, 1 page`);
  expect(workspace.requests).toHaveLength(2);
});

it("does not dehydrate the token", async () => {
  const { iam } = setUp({}, { token: "sgp_secret" });
  expect(JSON.stringify(await prefetch(iam))).not.toContain("sgp_secret");
});

it("does not mix the data of two tenants in concurrent requests", async () => {
  const tenants = [setUp({ seed: 2, users: 1 }, { scope: "acme" }), setUp({ seed: 3, users: [] }, { scope: "globex" })];
  const pages = await Promise.all(tenants.map(async ({ iam }) => renderToString(page(iam, await prefetch(iam)))));
  expect(pages).toEqual(tenants.map(({ workspace }) => `success: ${workspace.users[0]?.email}, 1 page`));
});

function streamInvites(iam: IamClient, onError?: (error: unknown) => void): Promise<ReadableStream> {
  return renderToReadableStream(
    <QueryClientProvider client={new QueryClient()}>
      <IamProvider client={iam}>
        <Suspense fallback="Loading">
          <Invites />
        </Suspense>
      </IamProvider>
    </QueryClientProvider>,
    onError && { onError },
  );
}

it("streams the data of a suspended component", async () => {
  const { iam, workspace } = setUp();
  const text = await new Response(await streamInvites(iam)).text();
  expect(text).toContain(workspace.invites.map(({ email }) => email).join());
});

it("reports a ConfigError if a component suspends on a server with a path as base URL", async () => {
  const errors: unknown[] = [];
  const iam = createIamClient({ baseUrl: "/api/iam" });
  const stream = await streamInvites(iam, (error) => void errors.push(error));
  expect(await new Response(stream).text()).toContain("Loading");
  expect(errors).toEqual([
    expect.objectContaining({
      name: "ConfigError",
      message: expect.stringContaining("use an absolute URL, or prefetch the data"),
    }),
  ]);
});

it("does not retry a suspended component, because a retry would delay the response", async () => {
  const { iam, workspace, takeRequests } = setUp();
  workspace.fail("listInvites", { status: 503 });
  await new Response(await streamInvites(iam, () => {})).text();
  expect(takeRequests()).toEqual(["GET /invites"]);
});

it("does not mix the streams of two tenants when the responses arrive in reverse order", async () => {
  const tenants = ["acme", "globex"].map((name) => Object.assign(createDeferredApi(), { name }));
  const streams = await Promise.all(tenants.map(({ iam }) => streamInvites(iam)));
  const texts = streams.map((stream) => new Response(stream).text());
  for (const { name, requests } of tenants.toReversed()) {
    const data: ListInvitesData = { invites: [`someone@${name}.example`], pagination: { current: "MA==" } };
    await requests[0]?.respond(data);
  }
  expect((await Promise.all(texts)).map((text) => text.match(/someone@\w+/g))).toEqual([
    ["someone@acme"],
    ["someone@globex"],
  ]);
});

it("dehydrates an error without the token, and restores its class with reviveError", async () => {
  const { iam, queryClient } = setUp({}, { token: "sgp_secret" });
  await queryClient.prefetchQuery(getUserOptions(iam, { userId: "missing" }));
  const json = JSON.stringify(
    dehydrate(queryClient, { shouldDehydrateQuery: ({ state }) => state.status !== "pending" }),
  );
  expect(json).not.toContain("sgp_secret");
  const { queries }: DehydratedState = JSON.parse(json);
  const error = reviveError(queries[0]?.state.error);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 404, operation: "getUser", errors: [{ field: "userId" }] });
});
