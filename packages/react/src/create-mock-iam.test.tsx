// @vitest-environment jsdom
import { ApiError, deleteUsers, getUser } from "@segment-iam/client";
import { QueryClient } from "@tanstack/react-query";
import { act, cleanup, configure, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { useDeleteUsers, useGetUser, useListUsers } from "./generated/hooks.ts";
import { useRateLimit } from "./use-rate-limit.ts";
import { createMockIam } from "./create-mock-iam.tsx";

configure({ reactStrictMode: true });

afterEach(cleanup);

it("shares no state with another mock", async () => {
  const [first, second] = [createMockIam({ users: 2 }), createMockIam({ users: 2 })];
  await deleteUsers(first.iam, { userIds: first.workspace.users.map(({ id }) => id) });
  const { result } = renderHook(() => useListUsers(), { wrapper: second.wrapper });
  await waitFor(() => expect(result.current.data?.users).toHaveLength(2));
  expect(first.queryClient.getQueryCache().getAll()).toEqual([]);
});

it("does not retry by default", async () => {
  const { wrapper, workspace } = createMockIam();
  workspace.fail(getUser, { status: 503 });
  const { result } = renderHook(() => useGetUser({ userId: "u" }), { wrapper });
  await waitFor(() => expect(result.current.error).toBeInstanceOf(ApiError));
  expect(workspace.requests).toHaveLength(1);
});

it("accepts a query client and the options of a mock workspace", async () => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: 1, retryDelay: 0 } } });
  const { wrapper, workspace } = createMockIam({ queryClient, token: "sgp_only" });
  workspace.fail("listUsers", { status: 500, times: 2 });
  const { result } = renderHook(() => useListUsers(), { wrapper });
  await waitFor(() => expect(result.current.failureCount).toBe(2));
  expect(workspace.requests[0]?.headers["authorization"]).toBe("Bearer sgp_only");
});

it("provides a limiter, and applies writes to the workspace", async () => {
  const { wrapper, workspace } = createMockIam({ users: 2 });
  const { result } = renderHook(() => ({ limit: useRateLimit(deleteUsers), remove: useDeleteUsers() }), { wrapper });
  const userIds = workspace.users.slice(0, 1).map(({ id }) => id);
  await act(() => result.current.remove.mutateAsync({ userIds }));
  const { requests = NaN } = deleteUsers.rateLimit ?? {};
  await waitFor(() => expect(result.current.limit).toMatchObject({ limit: requests, remaining: requests - 1 }));
  expect(workspace.users).toHaveLength(1);
});
