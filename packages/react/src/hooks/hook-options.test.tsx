// @vitest-environment jsdom
import type { IamClient, Interceptor, RequestContext } from "@segment-iam/client";
import { QueryClient } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useDeleteInvites, useListUsers, useListUsersInfinite } from "../generated/hooks.ts";
import { listUsersInfiniteQueryKey, listUsersQueryKey } from "../generated/query.ts";
import type { HookCallOptions, InfiniteItemsData } from "../types.ts";
import { setUp } from "../test-utils/set-up.ts";
import { strictWrapper } from "../test-utils/strict-wrapper.tsx";

afterEach(cleanup);

/** Records the requests of a client. */
function setUpRecorder() {
  const sent: RequestContext[] = [];
  const record: Interceptor = (next) => (context) => {
    sent.push(context);
    return next(context);
  };
  return { sent, ...setUp({}, { interceptors: [record] }) };
}

function render<Result>(useHook: () => Result, iam: IamClient, queryClient: QueryClient) {
  return renderHook(useHook, { wrapper: strictWrapper({ iam, queryClient }) });
}

it.each([
  ["a query", (options: HookCallOptions) => useListUsers({}, options)],
  ["an infinite query", (options: HookCallOptions) => useListUsersInfinite({}, options)],
])("passes call options to the requests of %s, and keeps them out of the key", async (_case, useHook) => {
  const { sent, iam, queryClient } = setUpRecorder();
  const onAttempt = vi.fn<(attempt: number) => void>();
  const options = { headers: { "x-trace": "abc" }, timeoutMs: 1_234, priority: "bulk", onAttempt } as const;
  const { result } = render(() => useHook(options), iam, queryClient);
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  expect(sent.at(-1)).toMatchObject({
    headers: { "x-trace": "abc" },
    call: { options: { timeoutMs: 1_234, priority: "bulk" } },
  });
  expect(onAttempt).toHaveBeenCalledWith(1);
  const [query] = queryClient.getQueryCache().getAll();
  expect([listUsersQueryKey(iam), listUsersInfiniteQueryKey(iam)]).toContainEqual(query?.queryKey);
  expect(Object.keys(query?.options ?? {})).toEqual(expect.not.arrayContaining(Object.keys(options)));
});

it("passes call options to the requests of a mutation", async () => {
  const { sent, iam, queryClient } = setUpRecorder();
  const { result } = render(
    () => useDeleteInvites({ headers: { "x-trace": "abc" }, timeoutMs: 1_234 }),
    iam,
    queryClient,
  );
  act(() => result.current.mutate({ emails: ["a@example.com"] }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent).toMatchObject([{ headers: { "x-trace": "abc" }, call: { options: { timeoutMs: 1_234 } } }]);
});

it("uses the query client passed as the last argument", async () => {
  const { iam, queryClient } = setUp();
  const own = new QueryClient();
  const { result } = render(
    () => ({
      users: useListUsers({}, {}, own),
      pages: useListUsersInfinite({}, {}, own),
      deletion: useDeleteInvites({}, own),
    }),
    iam,
    queryClient,
  );
  await waitFor(() =>
    expect([result.current.users.status, result.current.pages.status]).toEqual(["success", "success"]),
  );
  act(() => result.current.deletion.mutate({ emails: [] }));
  await waitFor(() => expect(result.current.deletion.isIdle).toBe(false));
  expect(own.getQueryCache().getAll()).toHaveLength(2);
  expect(own.getMutationCache().getAll()).toHaveLength(1);
  expect(queryClient.getQueryCache().getAll()).toEqual([]);
  expect(queryClient.getMutationCache().getAll()).toEqual([]);
});

it("passes the items to `select`, and runs a stable `select` only when the data changes", async () => {
  const { iam, queryClient } = setUp();
  const select = vi.fn<(data: InfiniteItemsData<"listUsers">) => unknown>(({ items, totalEntries }) => [
    items.length,
    totalEntries,
  ]);
  const { result, rerender } = render(
    () => useListUsersInfinite({ pagination: { count: 2 } }, { select }),
    iam,
    queryClient,
  );
  await waitFor(() => expect(result.current.data).toEqual([2, 5]));
  const calls = select.mock.calls.length;
  rerender();
  expect(select).toHaveBeenCalledTimes(calls);
  act(() => void result.current.fetchNextPage());
  await waitFor(() => expect(result.current.data).toEqual([4, 5]));
});
