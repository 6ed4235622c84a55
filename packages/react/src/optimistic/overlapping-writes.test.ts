import type { IamClient, UserV1 } from "@segment-iam/client";
import { QueryClient } from "@tanstack/react-query";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  getUserOptions,
  listInvitesInfiniteOptions,
  listInvitesOptions,
  listUserGroupsFromUserOptions,
  listUsersInfiniteOptions,
  listUsersOptions,
} from "../generated/query.ts";
import { createDeferredApi, flushPromises, type DeferredRequest } from "../test-utils/deferred-api.ts";
import { startOptimisticWrite } from "../test-utils/optimistic-steps.ts";
import { readData } from "../test-utils/read-data.ts";

const USERS = ["ada", "ben", "cleo", "dora", "emil", "fay"];
const EMAILS = ["a@x", "b@x", "c@x", "d@x"];

const permissions = fc.array(
  fc.record({
    roleId: fc.constantFrom("r1", "r2"),
    resources: fc.array(fc.record({ id: fc.constantFrom("s1", "s2"), type: fc.constant("SOURCE" as const) })),
  }),
  { maxLength: 2 },
);
const permissionsOfUser = fc.record({ userId: fc.constantFrom(...USERS), permissions });
const subsetOf = <Item>(items: readonly Item[]) =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 });

/** A write, and the data of its response if it succeeds. */
interface Write {
  readonly start: (queryClient: QueryClient, iam: IamClient) => Promise<unknown>;
  readonly response: unknown;
}

const anyWrite: fc.Arbitrary<Write> = fc.oneof(
  subsetOf(USERS).map((userIds): Write => ({
    start: (queryClient, iam) => startOptimisticWrite(queryClient, iam, "deleteUsers", { userIds }),
    response: { status: "SUCCESS" },
  })),
  subsetOf(EMAILS).map((emails): Write => ({
    start: (queryClient, iam) => startOptimisticWrite(queryClient, iam, "deleteInvites", { emails }),
    response: { status: "SUCCESS" },
  })),
  subsetOf([...EMAILS, "new@x", "newer@x"]).map((emails): Write => ({
    start: (queryClient, iam) =>
      startOptimisticWrite(queryClient, iam, "createInvites", { invites: emails.map((email) => ({ email })) }),
    response: { emails },
  })),
  fc
    .tuple(fc.constantFrom("addPermissionsToUser", "replacePermissionsForUser"), permissionsOfUser)
    .map(([operation, variables]): Write => ({
      start: (queryClient, iam) => startOptimisticWrite(queryClient, iam, operation, variables),
      response: { permissions: variables.permissions.map((one) => ({ ...one, roleName: `Role ${one.roleId}` })) },
    })),
);

function user(id: string): UserV1 {
  return { id, name: id, email: `${id}@example.com`, permissions: [{ roleId: "r1", roleName: "One", resources: [] }] };
}

/** Creates a cache with every kind of query, with complete and partial lists. */
function fillCache(iam: IamClient): QueryClient {
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

it("keeps successful writes and rolls back failed ones, in any order of completion", async () => {
  const step = fc.record({ write: anyWrite, succeeds: fc.boolean(), endsAfter: fc.nat(4) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
      const { iam, requests } = createDeferredApi();
      const queryClient = fillCache(iam);
      // Writes start in order. Each ends after a number of further writes has started.
      const ends = steps.map(({ endsAfter }, index) => ({ index, at: index + endsAfter }));
      for (let at = 0; at < steps.length + 5; at += 1) {
        void steps[at]?.write.start(queryClient, iam).catch(() => {});
        await flushPromises();
        for (const { index } of ends.filter((end) => end.at === at)) {
          const { write, succeeds } = steps[index] ?? {};
          await (succeeds ? requests[index]?.respond(write?.response) : requests[index]?.fail(422));
        }
      }
      const expected = fillCache(iam);
      for (const { write, succeeds } of steps) {
        if (!succeeds) continue;
        const done = write.start(expected, iam);
        await flushPromises();
        await requests.at(-1)?.respond(write.response);
        await done;
      }
      expect(contents(queryClient)).toEqual(contents(expected));
      expect(queryClient.getQueryCache().hasListeners()).toBe(false);
    }),
    { numRuns: 150 },
  );
});

it.each([
  ["fails", "ada", (request?: DeferredRequest) => request?.fail(404)],
  ["succeeds", "ben", (request?: DeferredRequest) => request?.respond({ status: "SUCCESS" })],
])("keeps dataUpdatedAt and isInvalidated of a query when a write %s", async (_outcome, firstId, respond) => {
  const { iam, requests } = createDeferredApi();
  const queryClient = fillCache(iam);
  const options = listUsersOptions(iam);
  const state = () => queryClient.getQueryState(options.queryKey);
  await queryClient.invalidateQueries({ queryKey: options.queryKey });
  const before = state();
  const done = startOptimisticWrite(queryClient, iam, "deleteUsers", { userIds: ["ada"] }).catch(() => {});
  await flushPromises();
  expect(readData(queryClient, options)?.users[0]?.id).toBe("ben");
  expect(state()).toEqual(before);
  await respond(requests[0]);
  await done;
  expect(readData(queryClient, options)?.users[0]?.id).toBe(firstId);
  expect(state()).toMatchObject({ dataUpdatedAt: before?.dataUpdatedAt, isInvalidated: true });
});
