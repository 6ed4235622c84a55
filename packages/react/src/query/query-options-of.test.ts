import { ApiError } from "@segment-iam/client";
import { QueryObserver, skipToken } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import { getUserOptions, listUsersOptions, listUsersQueryKey } from "../generated/query.ts";
import { setUp, waitForIdle } from "../test-utils/set-up.ts";

it("fetches once and caches the data under the operation's key", async () => {
  const { iam, queryClient, takeRequests } = setUp();
  const input = { pagination: { count: 2 } };
  const data = await queryClient.fetchQuery(listUsersOptions(iam, input));
  expect(await queryClient.ensureQueryData(listUsersOptions(iam, input))).toBe(data);
  expect(queryClient.getQueryData(listUsersQueryKey(iam, input))).toBe(data);
  expect(takeRequests()).toEqual(["GET /users?pagination.count=2"]);
});

it("rejects with the client's error", async () => {
  const { iam, queryClient } = setUp();
  const failure = queryClient.fetchQuery(getUserOptions(iam, { userId: "missing" }));
  await expect(failure).rejects.toBeInstanceOf(ApiError);
  await expect(failure).rejects.toMatchObject({ status: 404, operation: "getUser" });
});

it("sends no request for skipToken, and does not return the data cached for the input {}", async () => {
  const { iam, queryClient, takeRequests } = setUp();
  await queryClient.fetchQuery(listUsersOptions(iam));
  takeRequests();
  const observer = new QueryObserver(queryClient, listUsersOptions(iam, skipToken));
  const unsubscribe = observer.subscribe(() => {});
  await waitForIdle(queryClient);
  expect(observer.getCurrentResult()).toMatchObject({ status: "pending", fetchStatus: "idle", data: undefined });
  expect(takeRequests()).toEqual([]);
  unsubscribe();
});

it("aborts the request when the last observer unsubscribes", async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const fetch: typeof globalThis.fetch = (_url, init) => {
    signals.push(init?.signal);
    return new Promise((_resolve, reject) => {
      init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
    });
  };
  const { iam, queryClient } = setUp({}, { fetch });
  const unsubscribe = new QueryObserver(queryClient, listUsersOptions(iam)).subscribe(() => {});
  await vi.waitFor(() => expect(signals).toHaveLength(1));
  unsubscribe();
  await waitForIdle(queryClient);
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
});

it("caches two workspaces separately", async () => {
  const acme = setUp({ users: 2 }, { scope: "acme" });
  const globex = setUp({ users: 3 }, { scope: "globex" });
  await acme.queryClient.fetchQuery(listUsersOptions(acme.iam));
  const { users } = await acme.queryClient.ensureQueryData(listUsersOptions(globex.iam));
  expect(users).toHaveLength(3);
  expect(acme.queryClient.getQueryData(listUsersQueryKey("acme"))?.users).toHaveLength(2);
});

it.each([
  ["of two tokens", { token: "one" }, { token: "two" }],
  ["of two token functions", { token: () => "one" }, { token: () => "two" }],
])("caches the data of clients %s separately by default", async (_case, one, other) => {
  const first = setUp({ users: 2 }, one);
  const second = setUp({ users: 3 }, other);
  await first.queryClient.fetchQuery(listUsersOptions(first.iam));
  const { users } = await first.queryClient.ensureQueryData(listUsersOptions(second.iam));
  expect(users).toHaveLength(3);
});

it("keeps the caller's options", () => {
  const { iam } = setUp();
  const overrides = { staleTime: 5, retry: 1, retryDelay: 10, select: Object.keys };
  expect(listUsersOptions(iam, {}, overrides)).toMatchObject(overrides);
});
