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

interface ShownProps {
  readonly onShown?: () => void;
}

function Users({ onShown }: ShownProps) {
  const { data } = useListUsers();
  const list = useListUsersInfinite();
  useEffect(() => onShown?.());
  return (
    <p>
      {data?.users.length} users, {list.data?.pages.length} page
    </p>
  );
}

function SuspendedUsers({ onShown }: ShownProps) {
  const { data } = useListUsersSuspenseInfinite();
  useEffect(() => onShown?.());
  return <p>{data.pages[0]?.users.length} users</p>;
}

function Nobody({ onShown }: ShownProps) {
  const { error } = useGetUser({ userId: "nobody" }, { retryOnMount: false });
  useEffect(() => onShown?.());
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

/** What a server has for its page; the client of the browser below has another address and the same scope. */
const server = (): SetUp => setUp({}, { scope: "acme" });

/** Hydrates what a server rendered and waits until it is shown. Answers with the text, and what must not have happened. */
async function hydrated(html: string, state: DehydratedState, Page: (props: ShownProps) => ReactNode) {
  const container = document.createElement("main");
  container.innerHTML = html;
  document.body.append(container);
  const browser = setUp({}, { baseUrl: "https://app.example/api/iam", scope: "acme" });
  const warnings = vi.spyOn(console, "error").mockImplementation(() => {});
  const mismatches = vi.fn<(failure: unknown) => void>();
  await new Promise<void>((resolve) => {
    hydrateRoot(container, page(browser, state, <Page onShown={resolve} />), { onRecoverableError: mismatches });
  });
  const complaints = [...warnings.mock.calls, ...mismatches.mock.calls].map(String);
  return { text: container.textContent, requests: browser.takeRequests(), complaints: complaints.filter(isOfAPage) };
}

/** A server that streams in the same process as a browser is what only a test has. */
function isOfAPage(complaint: string): boolean {
  return !complaint.startsWith("Detected multiple renderers concurrently rendering the same context provider");
}

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it("takes over what a server rendered, without a warning and without a second request", async () => {
  const { iam, queryClient, ...rest } = server();
  await queryClient.prefetchQuery(listUsersOptions(iam));
  await queryClient.prefetchInfiniteQuery(listUsersInfiniteOptions(iam));
  const state: DehydratedState = JSON.parse(JSON.stringify(dehydrate(queryClient)));
  const html = renderToString(page({ iam, queryClient, ...rest }, state, <Users />));
  const { text, requests, complaints } = await hydrated(html, state, Users);
  expect(text).toBe("5 users, 1 page");
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
});

it("takes over a stream whose query was still under way when the page was sent", async () => {
  const { iam, queryClient, ...rest } = server();
  void queryClient.prefetchInfiniteQuery(listUsersInfiniteOptions(iam));
  const state = dehydrate(queryClient, { shouldDehydrateQuery: () => true });
  expect(state.queries[0]?.state.status).toBe("pending");
  const stream = await renderToReadableStream(page({ iam, queryClient, ...rest }, state, <SuspendedUsers />));
  const html = await new Response(stream).text();
  expect(html).toContain("5<!-- --> users");
  expect(rest.takeRequests()).toEqual(["GET /users?pagination.count=200"]);
  const { text, requests, complaints } = await hydrated(html, state, SuspendedUsers);
  expect(text).toContain("5 users");
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
});

it("takes over an error with its status, without asking again", async () => {
  const { iam, queryClient, ...rest } = server();
  await queryClient.prefetchQuery(getUserOptions(iam, { userId: "nobody" }));
  const state: DehydratedState = JSON.parse(
    JSON.stringify(dehydrate(queryClient, { shouldDehydrateQuery: ({ state }) => state.status !== "pending" })),
  );
  const html = renderToString(page({ iam, queryClient, ...rest }, state, <Nobody />));
  const { text, requests, complaints } = await hydrated(html, state, Nobody);
  expect(text).toBe("404 getUser");
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
});
