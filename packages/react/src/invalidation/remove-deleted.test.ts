import { QueryCache, QueryClient, QueryObserver, type QueryKey } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  getUserOptions,
  listUserGroupsFromUserOptions,
  listUsersInfiniteOptions,
  listUsersOptions,
} from "../generated/query.ts";
import { createDeferredApi, flushPromises } from "../test-utils/deferred-api.ts";
import { setUp, waitForIdle, type SetUp } from "../test-utils/set-up.ts";
import { startWrite, type WriteOverrides } from "../test-utils/start-write.ts";

let mock: SetUp;
let errors: unknown[];
let unsubscribes: (() => void)[];
let [ada, ben] = ["", ""];

beforeEach(() => {
  errors = [];
  unsubscribes = [];
  const queryCache = new QueryCache({ onError: (error) => errors.push(error) });
  mock = { ...setUp(), queryClient: new QueryClient({ queryCache }) };
  [ada = "", ben = ""] = mock.workspace.users.map(({ id }) => id);
});

afterEach(() => {
  for (const unsubscribe of unsubscribes) unsubscribe();
});

const detailsOf = (userId: string) => [
  getUserOptions(mock.iam, { userId }).queryKey,
  listUserGroupsFromUserOptions(mock.iam, { userId }).queryKey,
];

async function fetchDetails(...userIds: string[]): Promise<void> {
  for (const userId of userIds) {
    await mock.queryClient.fetchQuery(getUserOptions(mock.iam, { userId }));
    await mock.queryClient.fetchQuery(listUserGroupsFromUserOptions(mock.iam, { userId }));
  }
  mock.takeRequests();
}

async function observe(observer: QueryObserver<never, never, never, never>): Promise<void> {
  unsubscribes.push(observer.subscribe(() => {}));
  await waitForIdle(mock.queryClient);
  mock.takeRequests();
}

function remove(userIds: string[], overrides?: WriteOverrides<"deleteUsers">) {
  return startWrite(mock.queryClient, mock.iam, "deleteUsers", { userIds }, { retry: false, ...overrides });
}

const states = (keys: readonly QueryKey[]) => keys.map((key) => mock.queryClient.getQueryState(key)?.isInvalidated);

it.each([
  ["by default", {}],
  ["with `invalidate: false`", { invalidate: false }],
] as const)("removes the details of deleted users, and keeps those of other users, %s", async (_, overrides) => {
  await fetchDetails(ada, ben);
  await remove([ben], overrides);
  expect(states(detailsOf(ben))).toEqual([undefined, undefined]);
  expect(states(detailsOf(ada))).toEqual([false, false]);
});

it("keeps the details that a component shows, and does not fetch them again while they are shown", async () => {
  await observe(new QueryObserver(mock.queryClient, getUserOptions(mock.iam, { userId: ben })) as never);
  await remove([ben]);
  await waitForIdle(mock.queryClient);
  const [key] = detailsOf(ben);
  expect(mock.queryClient.getQueryState(key ?? [])).toMatchObject({ status: "success", isInvalidated: true });
  expect(mock.takeRequests()).toHaveLength(1);
  expect(errors).toEqual([]);
});

it.each([
  ["cancels a refetch of the details of a deleted user", true],
  ["does not cancel the first fetch of these details, because a component would wait forever", false],
])("%s", async (_name, hasData) => {
  const { iam, requests } = createDeferredApi();
  const options = getUserOptions(iam, { userId: "ben" });
  const user = { id: "ben", name: "Ben", email: "ben@example.com" };
  if (hasData) mock.queryClient.setQueryData(options.queryKey, { user });
  unsubscribes.push(new QueryObserver(mock.queryClient, options).subscribe(() => {}));
  const removal = startWrite(mock.queryClient, iam, "deleteUsers", { userIds: ["ben"] });
  await flushPromises();
  const [read, write] = requests;
  await write?.respond({ status: "SUCCESS" });
  await removal;
  expect(read?.signal.aborted).toBe(hasData);
  await read?.respond({ user });
  expect(mock.queryClient.getQueryState(options.queryKey)).toMatchObject({ fetchStatus: "idle", data: { user } });
});

it("removes deleted users from lists that no component uses, and lowers their totals", async () => {
  const list = listUsersOptions(mock.iam);
  const pages = listUsersInfiniteOptions(mock.iam, { pagination: { count: 2 } });
  await mock.queryClient.fetchQuery(list);
  await mock.queryClient.fetchInfiniteQuery({ ...pages, pages: 2 });
  mock.takeRequests();
  await remove([ben]);
  expect(mock.takeRequests()).toHaveLength(1);
  const { users } = mock.workspace;
  expect(mock.queryClient.getQueryData(list.queryKey)).toMatchObject({ users, pagination: { totalEntries: 4 } });
  expect(mock.queryClient.getQueryData(pages.queryKey)?.pages).toMatchObject([
    { users: [users[0]], pagination: { totalEntries: 4 } },
    { users: users.slice(1, 3), pagination: { totalEntries: 4 } },
  ]);
  expect(states([list.queryKey, pages.queryKey])).toEqual([true, true]);
});

it("keeps dataUpdatedAt and isInvalidated of a list when it removes a user", async () => {
  const { queryKey } = listUsersOptions(mock.iam);
  await mock.queryClient.fetchQuery(listUsersOptions(mock.iam));
  await mock.queryClient.invalidateQueries({ queryKey });
  const before = mock.queryClient.getQueryState(queryKey);
  mock.queryClient.setQueryData(queryKey, (data) => data, { updatedAt: 1 });
  await mock.queryClient.invalidateQueries({ queryKey });
  await remove([ben], { invalidate: false });
  expect(before?.data?.users).toHaveLength(5);
  const state = mock.queryClient.getQueryState(queryKey);
  expect(state).toMatchObject({ dataUpdatedAt: 1, isInvalidated: true, data: { users: { length: 4 } } });
});

it("removes nothing after a write that may have been executed, and does not fetch the details again", async () => {
  await fetchDetails(ben);
  await observe(new QueryObserver(mock.queryClient, getUserOptions(mock.iam, { userId: ben })) as never);
  mock.workspace.fail("deleteUsers", { status: 500, applied: true });
  await expect(remove([ben])).rejects.toMatchObject({ status: 500 });
  await waitForIdle(mock.queryClient);
  expect(states(detailsOf(ben))).toEqual([true, true]);
  expect(mock.takeRequests()).toHaveLength(1);
  expect(errors).toEqual([]);
});
