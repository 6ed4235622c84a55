// @vitest-environment jsdom
import { deleteUsers } from "@segment-iam/client";
import { QueryObserver } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { getUserOptions, listInvitesOptions, listUsersInfiniteOptions, listUsersOptions } from "../generated/query.ts";
import { setUp } from "../test-utils/set-up.ts";
import { strictWrapper } from "../test-utils/strict-wrapper.tsx";
import { useBulk, type UseBulkOptions } from "./use-bulk.ts";

afterEach(cleanup);

it("refetches the affected queries once when the run ends", async () => {
  const { iam, queryClient, workspace } = setUp();
  const observers = [
    new QueryObserver(queryClient, listUsersOptions(iam)),
    new QueryObserver(queryClient, listInvitesOptions(iam)),
  ];
  const unsubscribes = observers.map((observer) => observer.subscribe(() => {}));
  await queryClient.fetchInfiniteQuery(listUsersInfiniteOptions(iam));
  const { result } = renderHook(() => useBulk(deleteUsers, { maxBatchSize: 2 }), {
    wrapper: strictWrapper({ iam, queryClient }),
  });
  const before = workspace.requests.length;
  await act(() => result.current.start(workspace.users.map(({ id }) => id)));
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(workspace.requests.slice(before).map(({ operation }) => operation)).toEqual([
    "deleteUsers",
    "deleteUsers",
    "deleteUsers",
    "listUsers",
  ]);
  expect(queryClient.getQueryState(listUsersInfiniteOptions(iam).queryKey)?.isInvalidated).toBe(true);
  for (const unsubscribe of unsubscribes) unsubscribe();
});

it("removes the details of removed users, and invalidates those of users with an unknown outcome", async () => {
  const mock = setUp();
  const [ada = "", ben = "", cleo = ""] = mock.workspace.users.map(({ id }) => id);
  const details = [ada, ben, cleo].map((userId) => getUserOptions(mock.iam, { userId }));
  for (const options of details) await mock.queryClient.fetchQuery(options);
  const { result } = renderHook(() => useBulk(deleteUsers, { maxBatchSize: 1 }), { wrapper: strictWrapper(mock) });
  mock.workspace.fail("deleteUsers", { status: 500 });
  const report = await act(() => result.current.start([ada, ben]));
  expect([report.unknown.map(({ item }) => item), report.succeeded]).toEqual([[ada], [ben]]);
  const states = details.map(({ queryKey }) => mock.queryClient.getQueryState(queryKey)?.isInvalidated);
  expect(states).toEqual([true, undefined, false]);
});

it("invalidates the queries that match the caller's filters, and none if every item failed", async () => {
  const { iam, queryClient, workspace } = setUp();
  const invalidations = vi.spyOn(queryClient, "invalidateQueries");
  const options: UseBulkOptions<string> = { invalidate: false };
  const { result } = renderHook(() => useBulk(deleteUsers, options), { wrapper: strictWrapper({ iam, queryClient }) });
  const [ada = "", ben = ""] = workspace.users.map(({ id }) => id);
  await act(() => result.current.start([ada]));
  expect(invalidations).not.toHaveBeenCalled();

  const choose = renderHook(
    () => useBulk(deleteUsers, { invalidate: (_auto, { succeeded }) => ({ queryKey: [...succeeded] }) }),
    { wrapper: strictWrapper({ iam, queryClient }) },
  );
  await act(() => choose.result.current.start(["missing"]));
  expect(invalidations).not.toHaveBeenCalled();
  await act(() => choose.result.current.start([ben]));
  expect(invalidations).toHaveBeenCalledExactlyOnceWith({ queryKey: [ben] });
});

it("returns the report when the caller's `invalidate` throws", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  const { iam, queryClient, workspace } = setUp();
  const invalidations = vi.spyOn(queryClient, "invalidateQueries");
  const thrown = new Error("thrown by `invalidate`");
  const invalidate = () => {
    throw thrown;
  };
  const { result } = renderHook(() => useBulk(deleteUsers, { invalidate }), {
    wrapper: strictWrapper({ iam, queryClient }),
  });
  const ids = workspace.users.map(({ id }) => id);
  const report = await act(() => result.current.start(ids));
  expect(report.succeeded).toEqual(ids);
  expect(invalidations).not.toHaveBeenCalled();
  expect(log.mock.calls).toEqual([[thrown]]);
  log.mockRestore();
});
