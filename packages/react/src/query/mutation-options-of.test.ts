import { createIamClient, type IamClient } from "@segment-iam/client";
import { InfiniteQueryObserver, MutationObserver, QueryObserver, type QueryClient } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import {
  addPermissionsToUserMutationOptions,
  createInvitesMutationOptions,
  deleteInvitesMutationOptions,
  deleteUsersMutationOptions,
  getUserOptions,
  listInvitesInfiniteOptions,
  listInvitesOptions,
  listUserGroupsFromUserOptions,
  listUsersInfiniteOptions,
  listUsersOptions,
  replacePermissionsForUserMutationOptions,
} from "../generated/query.ts";
import { setUp, waitForIdle, type SetUp } from "../test-utils/set-up.ts";
import { iamKey } from "../key-of.ts";

/** Observes every query of two users. Returns a function that unsubscribes all observers. */
async function observeAll({ iam, queryClient, workspace, takeRequests }: SetUp): Promise<() => void> {
  const [ada = "", ben = ""] = workspace.users.map(({ id }) => id);
  const observers = [
    new QueryObserver(queryClient, listUsersOptions(iam, { pagination: { count: 3 } })),
    new InfiniteQueryObserver(queryClient, listUsersInfiniteOptions(iam, { pagination: { count: 2 } })),
    new QueryObserver(queryClient, getUserOptions(iam, { userId: ada })),
    new QueryObserver(queryClient, getUserOptions(iam, { userId: ben })),
    new QueryObserver(queryClient, listUserGroupsFromUserOptions(iam, { userId: ben })),
    new QueryObserver(queryClient, listInvitesOptions(iam)),
    new InfiniteQueryObserver(queryClient, listInvitesInfiniteOptions(iam)),
  ];
  const unsubscribes = observers.map((observer) => observer.subscribe(() => {}));
  await waitForIdle(queryClient);
  takeRequests();
  return () => unsubscribes.forEach((unsubscribe) => unsubscribe());
}

const roleId = "1WDUuRLxv84rrfCNUwvkrRtkxnS";

it.each([
  [
    "deleteUsers",
    ({ iam, queryClient }: SetUp, _ada: string, ben: string) =>
      new MutationObserver(queryClient, deleteUsersMutationOptions(iam)).mutate({ userIds: [ben] }),
    ["listUsers", "listUsers"],
  ],
  [
    "addPermissionsToUser",
    ({ iam, queryClient }: SetUp, ada: string) =>
      new MutationObserver(queryClient, addPermissionsToUserMutationOptions(iam)).mutate({
        userId: ada,
        permissions: [{ roleId, resources: [] }],
      }),
    ["listUsers", "listUsers", "getUser ada"],
  ],
  [
    "replacePermissionsForUser",
    ({ iam, queryClient }: SetUp, _ada: string, ben: string) =>
      new MutationObserver(queryClient, replacePermissionsForUserMutationOptions(iam)).mutate({
        userId: ben,
        permissions: [{ roleId, resources: [] }],
      }),
    ["listUsers", "listUsers", "getUser ben"],
  ],
  [
    "createInvites",
    ({ iam, queryClient }: SetUp) =>
      new MutationObserver(queryClient, createInvitesMutationOptions(iam)).mutate({
        invites: [{ email: "new@example.com" }],
      }),
    ["listInvites", "listInvites"],
  ],
  [
    "deleteInvites",
    ({ iam, queryClient, workspace }: SetUp) =>
      new MutationObserver(queryClient, deleteInvitesMutationOptions(iam)).mutate({
        emails: workspace.invites.slice(0, 1).map(({ email }) => email),
      }),
    ["listInvites", "listInvites"],
  ],
])("refetches exactly the queries that %s affects, once", async (operation, write, expected) => {
  const mock = setUp();
  const { queryClient, workspace } = mock;
  const [ada = "", ben = ""] = workspace.users.map(({ id }) => id);
  const unsubscribe = await observeAll(mock);
  const before = workspace.requests.length;
  await write(mock, ada, ben);
  await waitForIdle(queryClient);
  const [first, ...rest] = workspace.requests.slice(before);
  expect(first?.operation).toBe(operation);
  const reads = rest.map(
    ({ operation, url }) => `${operation}${url.includes(ada) ? " ada" : ""}${url.includes(ben) ? " ben" : ""}`,
  );
  expect(reads.toSorted()).toEqual(expected.toSorted());
  unsubscribe();
});

it("invalidates nothing after a 404", async () => {
  const { iam, queryClient } = setUp();
  const invalidations = vi.spyOn(queryClient, "invalidateQueries");
  const mutation = new MutationObserver(queryClient, deleteUsersMutationOptions(iam));
  await expect(mutation.mutate({ userIds: ["missing"] })).rejects.toMatchObject({ status: 404 });
  expect(invalidations).not.toHaveBeenCalled();
});

it("does not invalidate the queries of another workspace", async () => {
  const acme = setUp({}, { scope: "acme" });
  const globex = createIamClient({ token: "test", fetch: acme.workspace.fetch, scope: "globex" });
  await acme.queryClient.fetchQuery(listInvitesOptions(acme.iam));
  await acme.queryClient.fetchQuery(listInvitesOptions(globex));
  await invite(acme.queryClient, acme.iam);
  expect(acme.queryClient.getQueryState(listInvitesOptions(acme.iam).queryKey)?.isInvalidated).toBe(true);
  expect(acme.queryClient.getQueryState(listInvitesOptions(globex).queryKey)?.isInvalidated).toBe(false);
});

function invite(
  queryClient: QueryClient,
  iam: IamClient,
  overrides?: Parameters<typeof createInvitesMutationOptions>[1],
) {
  const mutation = new MutationObserver(queryClient, createInvitesMutationOptions(iam, overrides));
  return mutation.mutate({ invites: [{ email: "new@example.com" }] });
}

it("invalidates the queries that match the caller's filters", async () => {
  const { iam, queryClient } = setUp();
  const invalidations = vi.spyOn(queryClient, "invalidateQueries");
  await invite(queryClient, iam, { invalidate: false });
  expect(invalidations).not.toHaveBeenCalled();
  const filters = { queryKey: iamKey(iam) };
  const choose = vi.fn<() => typeof filters>(() => filters);
  const data = await new MutationObserver(
    queryClient,
    deleteInvitesMutationOptions(iam, { invalidate: choose }),
  ).mutate({
    emails: ["new@example.com"],
  });
  expect(choose).toHaveBeenCalledExactlyOnceWith(
    expect.anything(),
    { emails: ["new@example.com"] },
    data,
    expect.objectContaining({ client: queryClient }),
  );
  expect(invalidations).toHaveBeenCalledExactlyOnceWith(filters);
});

it("invalidates before onSuccess, and runs the callbacks of the caller and of the query client", async () => {
  const { iam, queryClient } = setUp();
  const order: string[] = [];
  vi.spyOn(queryClient, "invalidateQueries").mockImplementation(async () => void order.push("invalidated"));
  queryClient.setDefaultOptions({ mutations: { onSettled: () => order.push("default onSettled") } });
  await invite(queryClient, iam, { onMutate: () => order.push("onMutate"), onSuccess: () => order.push("onSuccess") });
  expect(order).toEqual(["onMutate", "invalidated", "onSuccess", "default onSettled"]);
});

it("succeeds without waiting for the refetch", async () => {
  const { iam, queryClient, workspace } = setUp();
  const list = new QueryObserver(queryClient, listInvitesOptions(iam));
  const unsubscribe = list.subscribe(() => {});
  await waitForIdle(queryClient);
  workspace.fail("listInvites", { status: 429 });
  await expect(invite(queryClient, iam)).resolves.toEqual({ emails: ["new@example.com"] });
  expect(list.getCurrentResult().isFetching).toBe(true);
  unsubscribe();
});

it("succeeds, without a retry, when the caller's `invalidate` throws", async () => {
  const listeners = process.rawListeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  const unhandled = new Promise((resolve) => process.once("unhandledRejection", resolve));
  const { iam, queryClient, takeRequests } = setUp();
  const bug = new Error("a bug in the callback");
  await invite(queryClient, iam, {
    retry: true,
    invalidate: () => {
      throw bug;
    },
  });
  expect(await unhandled).toBe(bug);
  expect(takeRequests()).toEqual(["POST /invites"]);
  for (const listener of listeners) process.on("unhandledRejection", listener as (reason: unknown) => void);
});
