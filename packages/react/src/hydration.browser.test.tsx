import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
  type DehydratedState,
} from "@tanstack/react-query";
import { StrictMode, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { IamProvider, useListUsers, useListUsersInfinite } from "./index.ts";
import { listUsersInfiniteOptions, listUsersOptions } from "./query.ts";
import { setUp, type SetUp } from "./test-support/set-up.ts";

function Users({ onShown }: { onShown: () => void }) {
  const { data } = useListUsers();
  const list = useListUsersInfinite();
  useEffect(onShown);
  return (
    <p>
      {data?.users.length} users, {list.data?.pages.length} page
    </p>
  );
}

function page({ iam }: SetUp, state: DehydratedState, onShown = () => {}) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <HydrationBoundary state={state}>
          <IamProvider client={iam}>
            <Users onShown={onShown} />
          </IamProvider>
        </HydrationBoundary>
      </QueryClientProvider>
    </StrictMode>
  );
}

it("takes over what a server rendered, without a warning and without a second request", async () => {
  const server = setUp({}, { scope: "acme" });
  await server.queryClient.prefetchQuery(listUsersOptions(server.iam));
  await server.queryClient.prefetchInfiniteQuery(listUsersInfiniteOptions(server.iam));
  const state: DehydratedState = JSON.parse(JSON.stringify(dehydrate(server.queryClient)));
  const container = document.createElement("main");
  container.innerHTML = renderToString(page(server, state));
  document.body.append(container);

  const browser = setUp({}, { baseUrl: "https://app.example/api/iam", scope: "acme" });
  const warnings = vi.spyOn(console, "error");
  const mismatches = vi.fn<(failure: unknown) => void>();
  const shown = new Promise<void>((resolve) => {
    hydrateRoot(container, page(browser, state, resolve), { onRecoverableError: mismatches });
  });
  await shown;
  expect(container.textContent).toBe("5 users, 1 page");
  expect(browser.takeRequests()).toEqual([]);
  expect(mismatches).not.toHaveBeenCalled();
  expect(warnings).not.toHaveBeenCalled();
});
