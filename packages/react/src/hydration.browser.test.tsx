import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
  type DehydratedState,
} from "@tanstack/react-query";
import { StrictMode, Suspense, useEffect, type ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToReadableStream, renderToString } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { IamProvider, useGetUser, useListUsers, useListUsersInfinite, useListUsersSuspenseInfinite } from "./index.ts";
import { getUserOptions, listUsersInfiniteOptions, listUsersOptions } from "./query.ts";
import { setUp, type SetUp } from "./test-utils/set-up.ts";

interface PageProps {
  readonly onRendered?: () => void;
}

function Users({ onRendered }: PageProps) {
  const { data } = useListUsers();
  const list = useListUsersInfinite();
  useEffect(() => onRendered?.());
  return (
    <p>
      {data?.users.length} users, {list.data?.pages.length} page
    </p>
  );
}

function SuspendedUsers({ onRendered }: PageProps) {
  const { data } = useListUsersSuspenseInfinite();
  useEffect(() => onRendered?.());
  return <p>{data.pages[0]?.users.length} users</p>;
}

function MissingUser({ onRendered }: PageProps) {
  const { error } = useGetUser({ userId: "missing" }, { retryOnMount: false });
  useEffect(() => onRendered?.());
  return <p>{error?.name === "ApiError" ? `${error.status} ${error.operation}` : "no error"}</p>;
}

function page({ iam }: SetUp, state: DehydratedState, children: ReactNode) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <HydrationBoundary state={state}>
          <IamProvider client={iam}>
            <Suspense fallback="Loading">{children}</Suspense>
          </IamProvider>
        </HydrationBoundary>
      </QueryClientProvider>
    </StrictMode>
  );
}

/** Sets up a server. The browser's client below has a different base URL and the same scope. */
const server = (): SetUp => setUp({}, { scope: "acme" });

/** Hydrates a rendered page. Returns its text, the requests of the browser, and warnings. */
async function hydratePage(html: string, state: DehydratedState, Page: (props: PageProps) => ReactNode) {
  const container = document.createElement("main");
  container.innerHTML = html;
  document.body.append(container);
  const browser = setUp({}, { baseUrl: "https://app.example/api/iam", scope: "acme" });
  const consoleErrors = vi.spyOn(console, "error").mockImplementation(() => {});
  const mismatches = vi.fn<(failure: unknown) => void>();
  await new Promise<void>((resolve) => {
    hydrateRoot(container, page(browser, state, <Page onRendered={resolve} />), { onRecoverableError: mismatches });
  });
  const warnings = [...consoleErrors.mock.calls, ...mismatches.mock.calls].map(String);
  return { text: container.textContent, requests: browser.takeRequests(), warnings: warnings.filter(isRelevant) };
}

/** Returns `false` for a warning that React logs only because this test renders for the server and the browser in one process. */
function isRelevant(warning: string): boolean {
  return !warning.startsWith("Detected multiple renderers concurrently rendering the same context provider");
}

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it("hydrates prefetched queries without a warning or a second request", async () => {
  const { iam, queryClient, ...rest } = server();
  await queryClient.prefetchQuery(listUsersOptions(iam));
  await queryClient.prefetchInfiniteQuery(listUsersInfiniteOptions(iam));
  const state: DehydratedState = JSON.parse(JSON.stringify(dehydrate(queryClient)));
  const html = renderToString(page({ iam, queryClient, ...rest }, state, <Users />));
  const { text, requests, warnings } = await hydratePage(html, state, Users);
  expect(text).toBe("5 users, 1 page");
  expect(requests).toEqual([]);
  expect(warnings).toEqual([]);
});

it("hydrates a stream whose query was pending when the stream started", async () => {
  const { iam, queryClient, ...rest } = server();
  void queryClient.prefetchInfiniteQuery(listUsersInfiniteOptions(iam));
  const state = dehydrate(queryClient, { shouldDehydrateQuery: () => true });
  expect(state.queries[0]?.state.status).toBe("pending");
  const stream = await renderToReadableStream(page({ iam, queryClient, ...rest }, state, <SuspendedUsers />));
  const html = await new Response(stream).text();
  expect(html).toContain("5<!-- --> users");
  expect(rest.takeRequests()).toEqual(["GET /users?pagination.count=200"]);
  const { text, requests, warnings } = await hydratePage(html, state, SuspendedUsers);
  expect(text).toContain("5 users");
  expect(requests).toEqual([]);
  expect(warnings).toEqual([]);
});

it("hydrates an error with its status, without a second request", async () => {
  const { iam, queryClient, ...rest } = server();
  await queryClient.prefetchQuery(getUserOptions(iam, { userId: "missing" }));
  const state: DehydratedState = JSON.parse(
    JSON.stringify(dehydrate(queryClient, { shouldDehydrateQuery: ({ state }) => state.status !== "pending" })),
  );
  const html = renderToString(page({ iam, queryClient, ...rest }, state, <MissingUser />));
  const { text, requests, warnings } = await hydratePage(html, state, MissingUser);
  expect(text).toBe("404 getUser");
  expect(requests).toEqual([]);
  expect(warnings).toEqual([]);
});
