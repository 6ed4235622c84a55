import type { IamClient, InputOf } from "@segment-iam/client";
import { InfiniteQueryObserver, QueryCache, QueryClient, QueryObserver } from "@tanstack/react-query";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import {
  getUserOptions,
  listInvitesInfiniteOptions,
  listInvitesOptions,
  listUserGroupsFromUserOptions,
  listUsersInfiniteOptions,
  listUsersOptions,
} from "../generated/query.ts";
import { setUp, waitForIdle } from "../test-utils/set-up.ts";
import { startWrite, type OptimisticWriteId } from "../test-utils/start-write.ts";

const PAGES = 50;
const paged = { pagination: { count: 2 } };

/** Observes a list of one page and a list of 50 pages of users and of invites, and the details and groups of eleven users. */
async function observeAll(userIds: readonly string[], iam: IamClient, queryClient: QueryClient): Promise<() => void> {
  const userPages = new InfiniteQueryObserver(queryClient, listUsersInfiniteOptions(iam, paged));
  const invitePages = new InfiniteQueryObserver(queryClient, listInvitesInfiniteOptions(iam, paged));
  const observers = [
    userPages,
    invitePages,
    new QueryObserver(queryClient, listUsersOptions(iam)),
    new QueryObserver(queryClient, listInvitesOptions(iam)),
    ...userIds.map((userId) => new QueryObserver(queryClient, getUserOptions(iam, { userId }))),
    ...userIds.map((userId) => new QueryObserver(queryClient, listUserGroupsFromUserOptions(iam, { userId }))),
  ];
  const unsubscribes = observers.map((observer) => observer.subscribe(() => {}));
  await waitForIdle(queryClient);
  for (let page = 1; page < PAGES; page += 1) {
    await userPages.fetchNextPage();
    await invitePages.fetchNextPage();
  }
  return () => unsubscribes.forEach((unsubscribe) => unsubscribe());
}

/** Returns the variables of each write on one user or one address. */
function variablesOf(userId: string, email: string): { readonly [Id in OptimisticWriteId]: InputOf<Id> } {
  const permissions = [{ roleId: "1WDUuRLxv84rrfCNUwvkrRtkxnS", resources: [] }];
  return {
    deleteUsers: { userIds: [userId] },
    addPermissionsToUser: { userId, permissions },
    replacePermissionsForUser: { userId, permissions },
    createInvites: { invites: [{ email: "new@example.com" }] },
    deleteInvites: { emails: [email] },
  };
}

/** The rows of the README's table: the name of a write, and its numbers of requests. */
const rows = Array.from(
  readFileSync("README.md", "utf8").matchAll(/^\| `(\w+)` +\|((?: +\d+ +\|){5})$/gm),
  ([, name = "", cells = ""]) => [name as OptimisticWriteId, cells.match(/\d+/g)?.map(Number)] as const,
);

it("has a row in the README's table for each write", () => {
  expect(rows.map(([name]) => name)).toEqual(Object.keys(variablesOf("", "")));
});

it.each(rows.flatMap(([name, numbers]) => [false, true].map((optimistic) => [name, optimistic, numbers] as const)))(
  "sends the number of requests that the README states after %s (optimistic: %s)",
  async (name, optimistic, numbers) => {
    const errors: unknown[] = [];
    const queryClient = new QueryClient({ queryCache: new QueryCache({ onError: (error) => errors.push(error) }) });
    const { iam, workspace, takeRequests } = setUp({ users: 2 * PAGES, invites: 2 * PAGES });
    const [userId = "", ...others] = workspace.users.slice(20, 31).map(({ id }) => id);
    const unsubscribe = await observeAll([userId, ...others], iam, queryClient);
    const email = String(workspace.invites[20]?.email);
    takeRequests();
    await startWrite(queryClient, iam, name, variablesOf(userId, email)[name], { optimistic });
    await waitForIdle(queryClient);
    const reads = takeRequests().slice(1);
    const list = name.endsWith("Invites") ? "invites" : "users";
    const expected = [`${list}$`, `${list}\\?.*count=2\\b`, `users/${userId}$`, `users/${userId}/groups$`];
    const counts = expected.map((path) => reads.filter((read) => new RegExp(`^GET /${path}`).test(read)).length);
    expect([...counts, reads.length - counts.reduce((sum, count) => sum + count)]).toEqual(numbers);
    expect(errors).toEqual([]);
    unsubscribe();
  },
);
