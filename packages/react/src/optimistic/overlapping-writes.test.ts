import type { IamClient, UserV1 } from "@segment-iam/client";
import { MutationObserver, QueryClient } from "@tanstack/react-query";
import fc from "fast-check";
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
import { holdRequests, settled } from "../test-utils/deferred-api.ts";

const USERS = ["ada", "ben", "cleo", "dora", "emil", "fay"];
const EMAILS = ["a@x", "b@x", "c@x", "d@x"];
const options = { retry: false, invalidate: false } as const;

const permissions = fc.array(
  fc.record({
    roleId: fc.constantFrom("r1", "r2"),
    resources: fc.array(fc.record({ id: fc.constantFrom("s1", "s2"), type: fc.constant("SOURCE" as const) })),
  }),
  { maxLength: 2 },
);
const userId = fc.constantFrom(...USERS);
const some = <Item>(items: readonly Item[]) =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 });

/** A write: how it is started, and what the API says when it succeeds. */
interface Write {
  readonly start: (queryClient: QueryClient, iam: IamClient) => Promise<unknown>;
  readonly answer: unknown;
}

const write: fc.Arbitrary<Write> = fc.oneof(
  some(USERS).map((userIds) => ({
    start: (queryClient: QueryClient, iam: IamClient) =>
      new MutationObserver(
        queryClient,
        deleteUsersMutationOptions(iam, { ...options, optimistic: optimisticDeleteUsers }),
      ).mutate({ userIds }),
    answer: { status: "SUCCESS" },
  })),
  some(EMAILS).map((emails) => ({
    start: (queryClient: QueryClient, iam: IamClient) =>
      new MutationObserver(
        queryClient,
        deleteInvitesMutationOptions(iam, { ...options, optimistic: optimisticDeleteInvites }),
      ).mutate({ emails }),
    answer: { status: "SUCCESS" },
  })),
  some([...EMAILS, "new@x", "newer@x"]).map((emails) => ({
    start: (queryClient: QueryClient, iam: IamClient) =>
      new MutationObserver(
        queryClient,
        createInvitesMutationOptions(iam, { ...options, optimistic: optimisticCreateInvites }),
      ).mutate({ invites: emails.map((email) => ({ email })) }),
    answer: { emails },
  })),
  fc.record({ userId, permissions }).map((variables) => ({
    start: (queryClient: QueryClient, iam: IamClient) =>
      new MutationObserver(
        queryClient,
        addPermissionsToUserMutationOptions(iam, { ...options, optimistic: optimisticAddPermissionsToUser }),
      ).mutate(variables),
    answer: { permissions: variables.permissions.map((one) => ({ ...one, roleName: `Role ${one.roleId}` })) },
  })),
  fc.record({ userId, permissions }).map((variables) => ({
    start: (queryClient: QueryClient, iam: IamClient) =>
      new MutationObserver(
        queryClient,
        replacePermissionsForUserMutationOptions(iam, { ...options, optimistic: optimisticReplacePermissionsForUser }),
      ).mutate(variables),
    answer: { permissions: variables.permissions.map((one) => ({ ...one, roleName: `Role ${one.roleId}` })) },
  })),
);

function user(id: string): UserV1 {
  return { id, name: id, email: `${id}@example.com`, permissions: [{ roleId: "r1", roleName: "One", resources: [] }] };
}

/** A cache with every kind of read in it, whole lists and parts of lists. */
function fill(iam: IamClient): QueryClient {
  const queryClient = new QueryClient();
  const page = (ids: readonly string[], next: string | null = null) => ({
    users: ids.map(user),
    pagination: { current: "x", next, totalEntries: USERS.length },
  });
  const invites = { invites: [...EMAILS], pagination: { current: "x", totalEntries: EMAILS.length } };
  const list = { pagination: { count: 2 } };
  queryClient.setQueryData(listUsersOptions(iam).queryKey, page(USERS));
  queryClient.setQueryData(listUsersOptions(iam, list).queryKey, page(USERS.slice(0, 2), "2"));
  queryClient.setQueryData(listUsersInfiniteOptions(iam, list).queryKey, {
    pages: [page(USERS.slice(0, 2), "2"), page(USERS.slice(2, 4), "4")],
    pageParams: [undefined, "2"],
  });
  for (const id of USERS.slice(0, 3)) {
    queryClient.setQueryData(getUserOptions(iam, { userId: id }).queryKey, { user: user(id) });
    queryClient.setQueryData(listUserGroupsFromUserOptions(iam, { userId: id }).queryKey, {
      groups: [{ id: "g", name: "All" }],
      pagination: { current: "x", totalEntries: 1 },
    });
  }
  queryClient.setQueryData(listInvitesOptions(iam).queryKey, invites);
  queryClient.setQueryData(listInvitesInfiniteOptions(iam).queryKey, { pages: [invites], pageParams: [undefined] });
  return queryClient;
}

function contents(queryClient: QueryClient): unknown {
  return queryClient
    .getQueryCache()
    .getAll()
    .map(({ queryKey, state }) => [queryKey, state.data]);
}

it("ends with the writes that succeeded, and with no trace of the others, in whatever order they ended", async () => {
  const step = fc.record({ write, succeeds: fc.boolean(), endsAfter: fc.nat(4) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
      const { iam, held } = holdRequests();
      const queryClient = fill(iam);
      // The writes are started in order, each one ends when a number of others has started.
      const ends = steps.map(({ endsAfter }, index) => ({ index, at: index + endsAfter }));
      for (let at = 0; at < steps.length + 5; at += 1) {
        void steps[at]?.write.start(queryClient, iam).catch(() => {});
        await settled();
        for (const end of ends.filter((one) => one.at === at)) {
          const { write, succeeds } = steps[end.index] ?? {};
          await (succeeds ? held[end.index]?.answer(write?.answer) : held[end.index]?.refuse(422));
        }
      }
      const expected = fill(iam);
      for (const { write, succeeds } of steps) {
        if (!succeeds) continue;
        const done = write.start(expected, iam);
        await settled();
        await held.at(-1)?.answer(write.answer);
        await done;
      }
      expect(contents(queryClient)).toEqual(contents(expected));
      expect(queryClient.getQueryCache().hasListeners()).toBe(false);
    }),
    { numRuns: 150 },
  );
});

it("takes a write back without making what is stale look fresh", async () => {
  const { iam, held } = holdRequests();
  const queryClient = fill(iam);
  const { queryKey } = listUsersOptions(iam);
  await queryClient.invalidateQueries({ queryKey });
  const before = queryClient.getQueryState(queryKey);
  const optimistic = deleteUsersMutationOptions(iam, { ...options, optimistic: optimisticDeleteUsers });
  const done = new MutationObserver(queryClient, optimistic).mutate({ userIds: ["ada"] });
  await settled();
  expect(queryClient.getQueryData(queryKey)?.users[0]?.id).toBe("ben");
  expect(queryClient.getQueryState(queryKey)).toMatchObject({
    isInvalidated: true,
    dataUpdatedAt: before?.dataUpdatedAt,
  });
  await Promise.all([expect(done).rejects.toMatchObject({ status: 404 }), held[0]?.refuse(404)]);
  expect(queryClient.getQueryState(queryKey)).toEqual(before);
});
