// @vitest-environment jsdom
import type { ListUsersData } from "@segment-iam/client";
import { onlineManager, useMutationState, useQueries } from "@tanstack/react-query";
import { act, cleanup } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { useListInvites, useListUsers, useListUsersInfinite } from "../generated/hooks.ts";
import { listUsersOptions } from "../generated/query.ts";
import { useIamClient } from "../iam-provider.tsx";
import { withPendingWrites } from "./with-pending-writes.ts";
import { renderUsersPage } from "../test-utils/users-page.tsx";

afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
});

const useNames = () => useListUsers().data?.users.map(({ name }) => name);
const joinNames = ({ users }: ListUsersData) => users.map(({ name }) => name).join(" ");
const useUserPages = () => {
  const { data, fetchNextPage } = useListUsersInfinite({ pagination: { count: 2 } });
  return { names: data?.items.map(({ name }) => name), total: data?.totalEntries, fetchNextPage };
};

it("keeps refetched data when one overlapping write succeeds and the other fails", async () => {
  const { server, mount, remove, respond, failRemoval } = renderUsersPage();
  const { result } = mount(useNames);
  await respond();
  await remove("ada");
  await remove("cleo");
  expect(result.current).toEqual(["ben", "dora"]);
  server.addOther();
  await respond("DELETE");
  await respond();
  expect(result.current).toEqual(["ben", "dora", "other1"]);
  await failRemoval();
  expect(result.current).toEqual(["ben", "cleo", "dora", "other1"]);
});

it.each([
  ["by default", {}],
  ["with `gcTime: 0`", { gcTime: 0 }],
  ["with `structuralSharing: false`", { structuralSharing: false }],
])("applies a pending write to a list that is mounted twice during the write, %s", async (_name, options) => {
  const { mount, remove, respond, failRemoval } = renderUsersPage(options);
  await remove("ben");
  mount(useNames).unmount();
  const { result } = mount(useNames);
  expect(result.current).toBeUndefined();
  await respond();
  expect(result.current).toEqual(["ada", "cleo", "dora"]);
  await failRemoval();
  expect(result.current).toEqual(["ada", "ben", "cleo", "dora"]);
});

it("passes the displayed data to `select`, and the server data after the write failed", async () => {
  const { mount, remove, respond, failRemoval, server } = renderUsersPage();
  const { result } = mount(() => useListUsers({}, { select: joinNames }));
  await respond();
  await remove("ben");
  expect(result.current.data).toBe("ada cleo dora");
  server.addOther();
  await act(async () => void result.current.refetch());
  await respond();
  expect(result.current.data).toBe("ada cleo dora other1");
  await failRemoval();
  expect(result.current.data).toBe("ada ben cleo dora other1");
});

it("adds the next page to the rolled back list when the write fails before the page arrives", async () => {
  const { mount, remove, respond, failRemoval } = renderUsersPage();
  const { result } = mount(useUserPages);
  await respond();
  await remove("ben");
  expect(result.current).toMatchObject({ names: ["ada"], total: 3 });
  await act(async () => void result.current.fetchNextPage());
  await failRemoval();
  await respond();
  expect(result.current).toMatchObject({ names: ["ada", "ben", "cleo", "dora"], total: 4 });
});

it("shows the server data after a failed write when unmounting cancels a refetch", async () => {
  const { mount, remove, respond, failRemoval, queryClient } = renderUsersPage({ staleTime: Infinity });
  const list = mount(useNames);
  await respond();
  await remove("ben");
  await act(async () => void queryClient.refetchQueries());
  await failRemoval();
  list.unmount();
  expect(mount(useNames).result.current).toEqual(["ada", "ben", "cleo", "dora"]);
  expect(queryClient.isFetching()).toBe(0);
  expect(queryClient.getQueryCache().hasListeners()).toBe(false);
});

it("shows a pending write in TanStack Query's own hooks with `withPendingWrites`", async () => {
  const { mount, remove, respond, failRemoval, queryClient } = renderUsersPage();
  const { result } = mount(() => {
    const options = listUsersOptions(useIamClient(), {}, { select: joinNames });
    useMutationState({ filters: { status: "pending" } });
    return useQueries({ queries: [withPendingWrites(queryClient, options)] })[0].data;
  });
  await respond();
  await remove("ben");
  await remove("dora");
  expect(result.current).toBe("ada cleo");
  await failRemoval();
  expect(result.current).toBe("ada ben cleo");
});

it("renders only components whose queries the write affects", async () => {
  const { mount, remove, respond, failRemoval } = renderUsersPage();
  let renderCount = 0;
  mount(() => {
    renderCount += 1;
    return useListInvites().data;
  });
  const list = mount(useNames);
  await respond();
  await respond();
  const before = renderCount;
  await remove("ben");
  await failRemoval();
  expect(list.result.current).toEqual(["ada", "ben", "cleo", "dora"]);
  expect(renderCount).toBe(before);
});

it("rolls back a paused write when the query client is cleared", async () => {
  const { mount, remove, respond, queryClient, unmount } = renderUsersPage();
  const list = mount(useNames);
  await respond();
  onlineManager.setOnline(false);
  await remove("ben");
  expect(list.result.current).toEqual(["ada", "cleo", "dora"]);
  list.unmount();
  unmount();
  queryClient.clear();
  onlineManager.setOnline(true);
  const { result } = mount(useNames);
  await respond();
  expect(result.current).toEqual(["ada", "ben", "cleo", "dora"]);
  expect(queryClient.getQueryCache().hasListeners()).toBe(false);
});
