import { createIamClient } from "@segment-iam/client";
import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { listUsersInfiniteOptions, listUsersOptions } from "../generated/query.ts";
import { setUp, waitForIdle } from "../test-utils/set-up.ts";

const input = { pagination: { count: 2 } };

it("requests the first page without a cursor, then follows the cursors to the last page", async () => {
  const { iam, queryClient, takeRequests, workspace } = setUp();
  const { pages } = await queryClient.fetchInfiniteQuery({ ...listUsersInfiniteOptions(iam, input), pages: 9 });
  expect(pages.flatMap(({ users }) => users)).toEqual(workspace.users);
  const [first, ...rest] = takeRequests();
  expect(first).toBe("GET /users?pagination.count=2");
  expect(rest).toHaveLength(2);
  for (const request of rest) expect(request).toMatch(/^GET \/users\?pagination\.count=2&pagination\.cursor=.+/);
});

it("requests pages of the maximum size when the input has no count", async () => {
  const { iam, queryClient, takeRequests } = setUp({ users: 201 });
  const { pages } = await queryClient.fetchInfiniteQuery({ ...listUsersInfiniteOptions(iam), pages: 2 });
  expect(pages.map(({ users }) => users.length)).toEqual([200, 1]);
  expect(takeRequests()[0]).toBe("GET /users?pagination.count=200");
});

it.each([[undefined], [null], [""]])("treats a next cursor of %j as the last page", (next) => {
  const { iam } = setUp();
  const { getNextPageParam } = listUsersInfiniteOptions(iam);
  expect(
    getNextPageParam({ users: [], pagination: { current: "MA==", ...(next !== undefined && { next }) } }),
  ).toBeFalsy();
});

it("fetches pages in both directions from a cursor, and keeps at most maxPages", async () => {
  const { iam, queryClient, workspace } = setUp();
  const { pagination } = await queryClient.fetchQuery(listUsersOptions(iam, input));
  const middle = { pagination: { count: 2, cursor: String(pagination.next) } };
  const list = new InfiniteQueryObserver(queryClient, listUsersInfiniteOptions(iam, middle, { maxPages: 2 }));
  const unsubscribe = list.subscribe(() => {});
  await waitForIdle(queryClient);
  expect(list.getCurrentResult()).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  await list.fetchNextPage();
  expect(list.getCurrentResult()).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  await list.fetchPreviousPage();
  const users = list.getCurrentResult().data?.pages.flatMap((page) => page.users);
  expect(users).toEqual(workspace.users.slice(0, 4));
  expect(list.getCurrentResult()).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  unsubscribe();
});

it("does not share a cache entry with the finite query of the same input", async () => {
  const { iam, queryClient } = setUp();
  await queryClient.fetchInfiniteQuery(listUsersInfiniteOptions(iam));
  await expect(queryClient.fetchQuery(listUsersOptions(iam))).resolves.toHaveProperty("users");
  await expect(queryClient.fetchInfiniteQuery(listUsersInfiniteOptions(iam))).resolves.toHaveProperty("pages");
});

it("refetches every loaded page after an invalidation", async () => {
  const { iam, queryClient, takeRequests } = setUp();
  const list = new InfiniteQueryObserver(queryClient, listUsersInfiniteOptions(iam, input));
  const unsubscribe = list.subscribe(() => {});
  await waitForIdle(queryClient);
  await list.fetchNextPage();
  takeRequests();
  await queryClient.invalidateQueries();
  expect(takeRequests()).toHaveLength(2);
  unsubscribe();
});

it("refetches pages that were stored as JSON, which contains null as the param of the first page", async () => {
  const { iam, queryClient, takeRequests } = setUp();
  const { pagination } = await queryClient.fetchQuery(listUsersOptions(iam, input));
  const options = listUsersInfiniteOptions(iam, { pagination: { count: 2, cursor: String(pagination.next) } });
  const stored = JSON.stringify(await queryClient.fetchInfiniteQuery({ ...options, pages: 2 }));
  const [, ...requests] = takeRequests();
  queryClient.setQueryData(options.queryKey, JSON.parse(stored));
  await queryClient.fetchInfiniteQuery(options);
  expect(takeRequests()).toEqual(requests);
});

it.each([
  ["is missing", {}],
  ["is null", { users: null }],
  ["is an object", { users: {} }],
])("fails with InvalidResponseError when the list of a page %s", async (_case, list) => {
  const fetch = async () => Response.json({ data: { ...list, pagination: { current: "MA==" } } });
  const iam = createIamClient({ token: "test", fetch });
  const options = listUsersInfiniteOptions(iam, input, { retry: false });
  await expect(new QueryClient().fetchInfiniteQuery(options)).rejects.toMatchObject({
    name: "InvalidResponseError",
    message: "listUsers returned status 200, but data.users is not an array",
    excerpt: expect.stringContaining("MA=="),
  });
});
