import { InfiniteQueryObserver, onlineManager } from "@tanstack/react-query";
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { listUsersInfiniteOptions, listUsersOptions } from "../generated/query.ts";
import { setUp, waitForIdle, type SetUp } from "../test-utils/set-up.ts";
import { startWrite, type WriteOverrides } from "../test-utils/start-write.ts";

const input = { pagination: { count: 2 } };
const cleanups: (() => void)[] = [];

afterEach(() => {
  onlineManager.setOnline(true);
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** Observes a list of ten users, and loads `count` pages of two users. */
async function loadPages(count: number) {
  const mock = setUp({ users: 10 });
  const list = new InfiniteQueryObserver(mock.queryClient, listUsersInfiniteOptions(mock.iam, input, { retry: false }));
  cleanups.push(list.subscribe(() => {}));
  await waitForIdle(mock.queryClient);
  for (let page = 1; page < count; page += 1) await list.fetchNextPage();
  mock.takeRequests();
  return { ...mock, list };
}

function change(
  { queryClient, iam, workspace }: SetUp,
  user: number,
  overrides?: WriteOverrides<"replacePermissionsForUser">,
) {
  const userId = String(workspace.users[user]?.id);
  const permissions = [{ roleId: "1WDUuRLxv84rrfCNUwvkrRtkxnS", resources: [] }];
  return startWrite(queryClient, iam, "replacePermissionsForUser", { userId, permissions }, overrides);
}

function remove({ queryClient, iam, workspace }: SetUp, ...users: readonly number[]) {
  const userIds = users.map((user) => String(workspace.users[user]?.id));
  return startWrite(queryClient, iam, "deleteUsers", { userIds });
}

type List = Awaited<ReturnType<typeof loadPages>>;

const shown = ({ list }: List) => list.getCurrentResult().data?.pages.flatMap(({ users }) => users);
const reads = ({ takeRequests }: List) => takeRequests().filter((request) => request.startsWith("GET"));

it("fetches only the page with the changed item after a write, and keeps the other pages", async () => {
  const mock = await loadPages(4);
  const before = mock.list.getCurrentResult().data;
  await change(mock, 3);
  await waitForIdle(mock.queryClient);
  expect(reads(mock)).toEqual([`GET /users?pagination.count=2&pagination.cursor=${before?.pageParams[1]}`]);
  expect(shown(mock)).toEqual(mock.workspace.users.slice(0, 8));
  const after = mock.list.getCurrentResult().data;
  expect(after?.pages.map((page, at) => page === before?.pages[at])).toEqual([true, false, true, true]);
});

it("shows every user once when the next page is loaded after a delete", async () => {
  const mock = await loadPages(3);
  await remove(mock, 3);
  await waitForIdle(mock.queryClient);
  expect(reads(mock)).toHaveLength(1);
  while (mock.list.getCurrentResult().hasNextPage) await mock.list.fetchNextPage();
  expect(shown(mock)).toEqual(mock.workspace.users);
  expect(mock.list.getCurrentResult().data).toMatchObject({ totalEntries: 9 });
});

it("shows every user once after a delete in a list with previous pages", async () => {
  const mock = setUp({ users: 10 });
  const { pagination } = await mock.queryClient.fetchQuery(listUsersOptions(mock.iam, input));
  const middle = { pagination: { count: 2, cursor: String(pagination.next) } };
  const list = new InfiniteQueryObserver(mock.queryClient, listUsersInfiniteOptions(mock.iam, middle));
  cleanups.push(list.subscribe(() => {}));
  await waitForIdle(mock.queryClient);
  await list.fetchPreviousPage();
  await remove(mock, 0);
  await waitForIdle(mock.queryClient);
  expect(shown({ ...mock, list })).toEqual(mock.workspace.users.slice(0, 4));
});

it("shows the users of the server after any sequence of writes and page loads", async () => {
  const user = fc.nat(9);
  const step = fc.oneof(
    fc.record({ removed: fc.uniqueArray(user, { minLength: 1, maxLength: 3 }) }),
    fc.record({ changed: user }),
    fc.constant({ more: true } as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.integer({ min: 1, max: 5 }), async (steps, pages) => {
      const mock = await loadPages(pages);
      for (const one of steps) {
        const { length } = mock.workspace.users;
        if ("more" in one) await mock.list.fetchNextPage();
        else if ("changed" in one) await change(mock, one.changed % length);
        else if (length > 3) await remove(mock, ...new Set(one.removed.map((at) => at % length)));
        await waitForIdle(mock.queryClient);
        expect(shown(mock)).toEqual(mock.workspace.users.slice(0, shown(mock)?.length));
      }
      while (mock.list.getCurrentResult().hasNextPage) await mock.list.fetchNextPage();
      expect(shown(mock)).toEqual(mock.workspace.users);
    }),
  );
});

it("fetches the last page when the changed item is on no loaded page", async () => {
  const mock = await loadPages(2);
  await change(mock, 9);
  await waitForIdle(mock.queryClient);
  expect(reads(mock)).toEqual([
    `GET /users?pagination.count=2&pagination.cursor=${mock.list.getCurrentResult().data?.pageParams[1]}`,
  ]);
});

it("fetches the pages of all writes when they overlap", async () => {
  const mock = await loadPages(5);
  await Promise.all([change(mock, 1), change(mock, 9), remove(mock, 4)]);
  await waitForIdle(mock.queryClient);
  expect(shown(mock)).toEqual(mock.workspace.users);
  expect(new Set(reads(mock)).size).toBe(2);
});

it.each<[string, (list: List) => Promise<unknown>]>([
  ["a write interrupts a complete refetch", (mock) => Promise.all([change(mock, 1), mock.list.refetch()])],
  [
    "the refetch after an earlier write has failed",
    async (mock) => {
      mock.workspace.fail("listUsers", { status: 403 });
      await change(mock, 1);
      await waitForIdle(mock.queryClient);
      mock.takeRequests();
      await change(mock, 3);
    },
  ],
  [
    "a removal has moved the changed item to the previous page",
    async (mock) => {
      await remove(mock, 0);
      await waitForIdle(mock.queryClient);
      mock.takeRequests();
      await change(mock, 3);
    },
  ],
  ["more users are removed than a page has", (mock) => remove(mock, 0, 1, 2)],
  [
    "the refetch after a write has completed, and the caller refetches",
    async (mock) => {
      await change(mock, 1);
      await waitForIdle(mock.queryClient);
      mock.takeRequests();
      await mock.list.refetch();
    },
  ],
])("fetches all pages when %s", async (_case, act) => {
  const mock = await loadPages(4);
  await act(mock);
  await waitForIdle(mock.queryClient);
  expect(new Set(reads(mock)).size).toBe(4);
  expect(shown(mock)).toEqual(mock.workspace.users.slice(0, 8));
});

it("fetches all pages when the device is offline after a write, and goes online again", async () => {
  const mock = await loadPages(4);
  mock.queryClient.mount();
  cleanups.push(() => mock.queryClient.unmount());
  await change(mock, 1, {
    invalidate: (auto) => {
      onlineManager.setOnline(false);
      return auto;
    },
  });
  expect(reads(mock)).toEqual([]);
  onlineManager.setOnline(true);
  await mock.list.refetch({ cancelRefetch: false });
  expect(reads(mock)).toHaveLength(4);
});
