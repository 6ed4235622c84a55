// @vitest-environment jsdom
import type { ListUsersData } from "@segment-iam/client";
import { onlineManager } from "@tanstack/react-query";
import { act, cleanup } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { useListUsers, useListUsersInfinite } from "../generated/hooks.ts";
import { openHeldPage } from "../test-utils/users-page.tsx";

afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
});

const useNames = () => useListUsers().data?.users.map(({ name }) => name);
const joinNames = ({ users }: ListUsersData) => users.map(({ name }) => name).join(" ");
const useListed = () => {
  const { data, fetchNextPage } = useListUsersInfinite({ pagination: { count: 2 } });
  return { names: data?.items.map(({ name }) => name), total: data?.totalEntries, fetchNextPage };
};

it("keeps what a refetch brings between the ends of two writes that overlap", async () => {
  const { server, show, remove, answer, refuse } = openHeldPage();
  const { result } = show(useNames);
  await answer();
  await remove("ada");
  await remove("cleo");
  expect(result.current).toEqual(["ben", "dora"]);
  server.join();
  await answer("DELETE");
  await answer();
  expect(result.current).toEqual(["ben", "dora", "other1"]);
  await refuse();
  expect(result.current).toEqual(["ben", "cleo", "dora", "other1"]);
});

it.each([
  ["by default", {}],
  ["with `gcTime: 0`", { gcTime: 0 }],
  ["with `structuralSharing: false`", { structuralSharing: false }],
])("shows a list that is mounted, and mounted again, under a write, %s", async (_name, options) => {
  const { show, remove, answer, refuse } = openHeldPage(options);
  await remove("ben");
  show(useNames).unmount();
  const { result } = show(useNames);
  expect(result.current).toBeUndefined();
  await answer();
  expect(result.current).toEqual(["ada", "cleo", "dora"]);
  await refuse();
  expect(result.current).toEqual(["ada", "ben", "cleo", "dora"]);
});

it("gives `select` the list as it is shown, and as it was answered once the write failed", async () => {
  const { show, remove, answer, refuse, server } = openHeldPage();
  const { result } = show(() => useListUsers({}, { select: joinNames }));
  await answer();
  await remove("ben");
  expect(result.current.data).toBe("ada cleo dora");
  server.join();
  await act(async () => void result.current.refetch());
  await answer();
  expect(result.current.data).toBe("ada cleo dora other1");
  await refuse();
  expect(result.current.data).toBe("ada ben cleo dora other1");
});

it("adds the next page to the whole list when a write failed before the page arrived", async () => {
  const { show, remove, answer, refuse } = openHeldPage();
  const { result } = show(useListed);
  await answer();
  await remove("ben");
  expect(result.current).toMatchObject({ names: ["ada"], total: 3 });
  await act(async () => void result.current.fetchNextPage());
  await refuse();
  await answer();
  expect(result.current).toMatchObject({ names: ["ada", "ben", "cleo", "dora"], total: 4 });
});

it("shows what was answered after a refetch was given up by leaving the page", async () => {
  const { show, remove, answer, refuse, queryClient } = openHeldPage({ staleTime: Infinity });
  const list = show(useNames);
  await answer();
  await remove("ben");
  await act(async () => void queryClient.refetchQueries());
  await refuse();
  list.unmount();
  expect(show(useNames).result.current).toEqual(["ada", "ben", "cleo", "dora"]);
  expect(queryClient.isFetching()).toBe(0);
  expect(queryClient.getQueryCache().hasListeners()).toBe(false);
});

it("forgets a write that waits for the network when the query client is cleared", async () => {
  const { show, remove, answer, queryClient, close } = openHeldPage();
  const list = show(useNames);
  await answer();
  onlineManager.setOnline(false);
  await remove("ben");
  expect(list.result.current).toEqual(["ada", "cleo", "dora"]);
  list.unmount();
  close();
  queryClient.clear();
  onlineManager.setOnline(true);
  const { result } = show(useNames);
  await answer();
  expect(result.current).toEqual(["ada", "ben", "cleo", "dora"]);
  expect(queryClient.getQueryCache().hasListeners()).toBe(false);
});
