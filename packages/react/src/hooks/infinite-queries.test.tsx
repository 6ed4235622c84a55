// @vitest-environment jsdom
import { createIamClient } from "@segment-iam/client";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { useDeleteUsers, useListInvitesInfinite, useListUsersInfinite } from "../generated/hooks.ts";
import { listUsersInfiniteOptions } from "../generated/query.ts";
import { setUp, waitForIdle } from "../test-utils/set-up.ts";
import { strictWrapper } from "../test-utils/strict-wrapper.tsx";

afterEach(cleanup);

const input = { pagination: { count: 2 } };

it("returns the items of all pages and their total in addition to the pages", async () => {
  const mock = setUp();
  const { result } = renderHook(() => useListUsersInfinite(input), { wrapper: strictWrapper(mock) });
  await waitFor(() => expect(result.current.data?.items).toEqual(mock.workspace.users.slice(0, 2)));
  await act(() => result.current.fetchNextPage());
  await waitFor(() => expect(result.current.data?.items).toEqual(mock.workspace.users.slice(0, 4)));
  expect(result.current.data).toMatchObject({ totalEntries: 5, pageParams: [undefined, expect.any(String)] });
  expect(result.current.data?.pages).toHaveLength(2);
});

it("does not render after a refetch without changes, and keeps the identity of unchanged items", async () => {
  const mock = setUp();
  let renders = 0;
  const { result } = renderHook(
    () => {
      renders += 1;
      const { data } = useListUsersInfinite(input);
      return data;
    },
    { wrapper: strictWrapper(mock) },
  );
  await waitFor(() => expect(result.current?.totalEntries).toBe(5));
  const [before, shown] = [renders, result.current];
  await act(() => mock.queryClient.refetchQueries());
  expect(mock.takeRequests()).toHaveLength(2);

  const [user] = mock.workspace.users;
  if (user) user.name = "Another Name";
  await act(() => mock.queryClient.refetchQueries());
  await waitFor(() => expect(result.current?.items[0]).toMatchObject({ name: "Another Name" }));
  expect(result.current?.items[1]).toBe(shown?.items[1]);
  // Two refetches cause one render, which StrictMode doubles.
  expect(renders).toBe(before + 2);
});

it.each([
  ["two pages", 2, ["0", "1"], ["1", "2"], ["0", "1"]],
  ["one page", 1, ["1"], ["2"], ["1"]],
] as const)("keeps at most %s with maxPages in both directions", async (_case, maxPages, first, next, previous) => {
  const mock = setUp({ users: 6 });
  const { pages } = await mock.queryClient.fetchInfiniteQuery({
    ...listUsersInfiniteOptions(mock.iam, input),
    pages: 3,
  });
  mock.queryClient.clear();
  const idsOf = (names: readonly string[]) => names.flatMap((name) => pages[Number(name)]?.users.map(({ id }) => id));
  const cursor = String(pages[0]?.pagination.next);
  const { result } = renderHook(
    () => {
      const { data, fetchNextPage, fetchPreviousPage } = useListUsersInfinite(
        { pagination: { count: 2, cursor } },
        { maxPages },
      );
      return { data, fetchNextPage, fetchPreviousPage };
    },
    { wrapper: strictWrapper(mock) },
  );
  const ids = () => result.current.data?.items.map(({ id }) => id);
  await waitFor(() => expect(ids()).toHaveLength(2));
  if (maxPages > 1) await act(() => result.current.fetchPreviousPage());
  await waitFor(() => expect(ids()).toEqual(idsOf(first)));
  await act(() => result.current.fetchNextPage());
  await waitFor(() => expect(ids()).toEqual(idsOf(next)));
  await act(() => result.current.fetchPreviousPage());
  await waitFor(() => expect(ids()).toEqual(idsOf(previous)));
});

it("refetches only the observed list after a write", async () => {
  const mock = setUp({ users: 12 });
  const { iam, queryClient, workspace } = mock;
  const otherIam = createIamClient({ token: "test", fetch: workspace.fetch, scope: "other" });
  // These queries have no observer: one has another page size, the other is of another workspace.
  await queryClient.fetchInfiniteQuery({ ...listUsersInfiniteOptions(iam, { pagination: { count: 1 } }), pages: 5 });
  await queryClient.fetchInfiniteQuery({ ...listUsersInfiniteOptions(otherIam, input), pages: 2 });
  const { result } = renderHook(
    () => ({ list: useListUsersInfinite(input), invites: useListInvitesInfinite(), remove: useDeleteUsers() }),
    { wrapper: strictWrapper(mock) },
  );
  await waitFor(() => expect(result.current.list.isSuccess && result.current.invites.isSuccess).toBe(true));
  await act(() => result.current.list.fetchNextPage());
  await act(() => result.current.list.fetchNextPage());
  mock.takeRequests();

  await act(() => result.current.remove.mutateAsync({ userIds: [String(workspace.users[11]?.id)] }));
  await act(() => waitForIdle(queryClient));
  const requests = mock.takeRequests().map((request) => request.replace(/&.*/, ""));
  expect(requests.slice(1)).toEqual(["GET /users?pagination.count=2"]);
  await waitFor(() => expect(result.current.list.data?.totalEntries).toBe(11));
});

it("refetches only the remaining pages after a write that empties a page", async () => {
  const mock = setUp({ users: 4 });
  const { result } = renderHook(() => ({ list: useListUsersInfinite(input), remove: useDeleteUsers() }), {
    wrapper: strictWrapper(mock),
  });
  await waitFor(() => expect(result.current.list.hasNextPage).toBe(true));
  await act(() => result.current.list.fetchNextPage());
  mock.takeRequests();
  const userIds = mock.workspace.users.slice(0, 2).map(({ id }) => id);
  await act(() => result.current.remove.mutateAsync({ userIds }));
  await act(() => waitForIdle(mock.queryClient));
  // The DELETE request, the last page, which is now empty, and the first page.
  expect(mock.takeRequests()).toHaveLength(3);
  await waitFor(() => expect(result.current.list.data).toMatchObject({ totalEntries: 2, pageParams: [undefined] }));
});
