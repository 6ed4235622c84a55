import type { GetUserInput, UserV1 } from "@segment-iam/client";
import { expect, it } from "vitest";
import {
  getUserOptions,
  invalidateGetUser,
  invalidateListUsers,
  listUsersInfiniteOptions,
  listUsersInfiniteQueryKey,
  listUsersOptions,
  listUsersQueryKey,
  prefetchListUsers,
  prefetchListUsersInfinite,
  setGetUserData,
  setListUsersData,
  setListUsersInfiniteData,
} from "../generated/query.ts";
import { setUp } from "../test-utils/set-up.ts";

const input = { pagination: { count: 2 } };

it("prefetches the data of the query with the same input", async () => {
  const { iam, queryClient, takeRequests } = setUp();
  await prefetchListUsers(queryClient, iam, input);
  await prefetchListUsersInfinite(queryClient, iam, input, { pages: 2 });
  expect(takeRequests()).toHaveLength(3);
  const { users } = await queryClient.ensureQueryData(listUsersOptions(iam, input));
  const { pages } = await queryClient.ensureInfiniteQueryData(listUsersInfiniteOptions(iam, input));
  expect(takeRequests()).toEqual([]);
  expect(pages[0]?.users).toEqual(users);
  expect(pages).toHaveLength(2);
});

it("does not reject when a prefetch fails", async () => {
  const { iam, queryClient, workspace } = setUp();
  workspace.fail("listUsers", { status: 404 });
  await expect(prefetchListUsers(queryClient, iam)).resolves.toBeUndefined();
  expect(queryClient.getQueryState(listUsersQueryKey(iam))).toMatchObject({ status: "error" });
});

it("prefetches only stale data", async () => {
  const { iam, queryClient, takeRequests } = setUp();
  await prefetchListUsers(queryClient, iam);
  await prefetchListUsers(queryClient, iam, {}, { staleTime: Infinity });
  expect(takeRequests()).toHaveLength(1);
});

it("sets the data of a query and of an infinite query separately", async () => {
  const { iam, queryClient } = setUp();
  const first = await queryClient.fetchQuery(listUsersOptions(iam, input));
  await queryClient.fetchInfiniteQuery(listUsersInfiniteOptions(iam, input));
  setListUsersData(queryClient, iam, input, (data) => data && { ...data, users: data.users.slice(1) });
  setListUsersInfiniteData(queryClient, iam, input, (data) => data && { ...data, pages: [] });
  expect(queryClient.getQueryData(listUsersQueryKey(iam, input))?.users).toEqual(first.users.slice(1));
  expect(queryClient.getQueryData(listUsersInfiniteQueryKey(iam, input))?.pages).toEqual([]);
});

it("sets data by scope, and creates no cache entry when the updater returns undefined", async () => {
  const { iam, queryClient, workspace } = setUp({}, { scope: "acme" });
  const [user] = workspace.users as [UserV1];
  expect(setGetUserData(queryClient, "acme", { userId: user.id }, (data) => data)).toBeUndefined();
  expect(queryClient.getQueryCache().getAll()).toEqual([]);
  setGetUserData(queryClient, "acme", { userId: user.id }, { user });
  expect(await queryClient.ensureQueryData(getUserOptions(iam, { userId: user.id }))).toEqual({ user });
});

it("invalidates the queries and infinite queries of one input or of all inputs", async () => {
  const { iam, queryClient, workspace } = setUp();
  const [ada, ben] = workspace.users.map(({ id }) => ({ userId: id })) as [GetUserInput, GetUserInput];
  await queryClient.fetchQuery(getUserOptions(iam, ada));
  await queryClient.fetchQuery(getUserOptions(iam, ben));
  await queryClient.fetchQuery(listUsersOptions(iam, input));
  await queryClient.fetchInfiniteQuery(listUsersInfiniteOptions(iam, input));
  const invalidated = () =>
    queryClient.getQueryCache().findAll({ predicate: ({ state }) => state.isInvalidated }).length;
  await invalidateGetUser(queryClient, iam, ada);
  expect(invalidated()).toBe(1);
  await invalidateGetUser(queryClient, iam);
  expect(invalidated()).toBe(2);
  await invalidateListUsers(queryClient, iam, undefined, {
    predicate: ({ queryKey }) => queryKey.includes("infinite"),
  });
  expect(invalidated()).toBe(3);
  await invalidateListUsers(queryClient, iam);
  expect(invalidated()).toBe(4);
});
