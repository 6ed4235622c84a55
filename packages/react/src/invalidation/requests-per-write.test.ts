import type { IamClient } from "@segment-iam/client";
import { InfiniteQueryObserver, MutationObserver, QueryCache, QueryClient, QueryObserver } from "@tanstack/react-query";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
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
import {
  optimisticAddPermissionsToUser,
  optimisticCreateInvites,
  optimisticDeleteInvites,
  optimisticDeleteUsers,
  optimisticReplacePermissionsForUser,
} from "../optimistic.ts";
import { setUp, waitForIdle } from "../test-utils/set-up.ts";

const PAGES = 50;
const paged = { pagination: { count: 2 } };

interface Targets {
  readonly userId: string;
  readonly email: string;
}

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

const permissions = [{ roleId: "1WDUuRLxv84rrfCNUwvkrRtkxnS", resources: [] }];

/** Starts each write on one user or one address. */
const writes: Record<
  string,
  (client: QueryClient, iam: IamClient, to: Targets, optimistic: boolean) => Promise<unknown>
> = {
  deleteUsers: (client, iam, { userId }, optimistic) =>
    new MutationObserver(
      client,
      deleteUsersMutationOptions(iam, { optimistic: optimistic ? optimisticDeleteUsers : undefined }),
    ).mutate({ userIds: [userId] }),
  addPermissionsToUser: (client, iam, { userId }, optimistic) =>
    new MutationObserver(
      client,
      addPermissionsToUserMutationOptions(iam, {
        optimistic: optimistic ? optimisticAddPermissionsToUser : undefined,
      }),
    ).mutate({ userId, permissions }),
  replacePermissionsForUser: (client, iam, { userId }, optimistic) =>
    new MutationObserver(
      client,
      replacePermissionsForUserMutationOptions(iam, {
        optimistic: optimistic ? optimisticReplacePermissionsForUser : undefined,
      }),
    ).mutate({ userId, permissions }),
  createInvites: (client, iam, _to, optimistic) =>
    new MutationObserver(
      client,
      createInvitesMutationOptions(iam, { optimistic: optimistic ? optimisticCreateInvites : undefined }),
    ).mutate({ invites: [{ email: "new@example.com" }] }),
  deleteInvites: (client, iam, { email }, optimistic) =>
    new MutationObserver(
      client,
      deleteInvitesMutationOptions(iam, { optimistic: optimistic ? optimisticDeleteInvites : undefined }),
    ).mutate({ emails: [email] }),
};

/** The rows of the README's table: the name of a write, and its numbers of requests. */
const rows = Array.from(
  readFileSync("README.md", "utf8").matchAll(/^\| `(\w+)` +\|((?: +\d+ +\|){5})$/gm),
  ([, name = "", cells = ""]) => [name, cells.match(/\d+/g)?.map(Number)] as const,
);

it("has a row in the README's table for each write", () => {
  expect(rows.map(([name]) => name)).toEqual(Object.keys(writes));
});

it.each(rows.flatMap(([name, numbers]) => [false, true].map((isOptimistic) => [name, isOptimistic, numbers] as const)))(
  "sends the number of requests that the README states after %s (optimistic: %s)",
  async (name, isOptimistic, numbers) => {
    const errors: unknown[] = [];
    const queryClient = new QueryClient({ queryCache: new QueryCache({ onError: (error) => errors.push(error) }) });
    const { iam, workspace, takeRequests } = setUp({ users: 2 * PAGES, invites: 2 * PAGES });
    const [userId = "", ...others] = workspace.users.slice(20, 31).map(({ id }) => id);
    const unsubscribe = await observeAll([userId, ...others], iam, queryClient);
    const email = String(workspace.invites[20]?.email);
    takeRequests();
    await writes[name]?.(queryClient, iam, { userId, email }, isOptimistic);
    await waitForIdle(queryClient);
    const reads = takeRequests().slice(1);
    const patterns = [/^GET \/(users|invites)$/, /count=2\b/, `/users/${userId}`, `/users/${userId}/groups`];
    const counts = patterns.map(
      (pattern) =>
        reads.filter((read) => (typeof pattern === "string" ? read === `GET ${pattern}` : pattern.test(read))).length,
    );
    expect([...counts, reads.length - counts.reduce((sum, count) => sum + count)]).toEqual(numbers);
    expect(errors).toEqual([]);
    unsubscribe();
  },
);
