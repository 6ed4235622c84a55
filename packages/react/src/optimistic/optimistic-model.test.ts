import type { GetUserData, ListInvitesData, ListUsersData } from "@segment-iam/client";
import type { InfiniteData } from "@tanstack/react-query";
import fc from "fast-check";
import { expect, it } from "vitest";
import { OptimisticModel, type StartedWrite } from "../test-utils/optimistic-model.ts";
import type { Step } from "../test-utils/optimistic-steps.ts";
import type { QueryName } from "../test-utils/query-drivers.ts";
import type { OptimisticWriteId } from "../test-utils/start-write.ts";

const USERS = ["ada", "ben", "cleo", "dora", "emil", "fay"];
const INVITES = ["a@x", "b@x", "c@x"];
const LISTS = ["userPages", "middlePages", "invitePages"] as const;
const QUERIES = [...LISTS, "users", "invites", "ada", "ben"] as const;

function write(operation: OptimisticWriteId, items: readonly string[]) {
  return fc.record({
    write: fc.record({
      operation: fc.constant(operation),
      items: fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 }),
      userId: fc.constantFrom("ada", "ben"),
      invalidates: fc.boolean(),
    }),
  });
}

// Writes do not conflict: no write changes a user that another removes, and none removes an invite that another creates.
const anyWrite = fc.oneof(
  write("deleteUsers", USERS.slice(2)),
  write("deleteInvites", INVITES),
  write("createInvites", ["d@x", "e@x", "f@x"]),
  write("addPermissionsToUser", ["r1", "r2", "r3"]),
  write("replacePermissionsForUser", ["r1", "r2", "r3"]),
);
const anyQuery = fc.constantFrom<QueryName>(...QUERIES);
const anyRefetch = fc.record({ fetch: anyQuery, cancelRefetch: fc.boolean() });
const anyFetchMore = (isBackward: fc.Arbitrary<boolean>) =>
  fc.record({ fetchMore: fc.constantFrom<QueryName>(...LISTS), isBackward });
const anyResponse = fc.record({ respond: fc.nat(99), fails: fc.boolean() });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: anyWrite },
  { weight: 3, arbitrary: anyRefetch },
  { weight: 3, arbitrary: anyFetchMore(fc.boolean()) },
  { weight: 10, arbitrary: anyResponse },
  { weight: 2, arbitrary: fc.record({ toggle: anyQuery }) },
  { weight: 2, arbitrary: fc.record({ cancel: anyQuery }) },
  { weight: 1, arbitrary: fc.constant<Step>({ addOther: true }) },
  { weight: 1, arbitrary: fc.record({ readsEarly: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ isOnline: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ clear: fc.constantFrom("queries" as const, "mutations" as const) }) },
);
const anySteps = fc.record({
  isFilled: fc.boolean(),
  observed: fc.subarray([...QUERIES]),
  steps: fc.array(anyStep, { minLength: 3, maxLength: 18 }),
});

/** Creates a model. Fetches all queries if `isFilled`, then mounts observers of the given queries. */
async function createModel(isFilled: boolean, observed: readonly QueryName[]): Promise<OptimisticModel> {
  const model = new OptimisticModel(USERS, INVITES);
  if (isFilled) await model.fetchAll();
  for (const toggle of observed) await model.run({ toggle });
  return model;
}

/** Checks that the displayed data is the latest server data with the writes that are pending or have succeeded since. */
function check(model: OptimisticModel): void {
  for (const name of QUERIES) expect(model.displayed(name)).toEqual(model.queries[name].read());
  checkUsers(model);
  checkInvites(model);
  for (const userId of ["ada", "ben"] as const) checkPermissions(model, userId);
}

function checkUsers(model: OptimisticModel): void {
  const removed = itemsOf(model, "deleteUsers");
  const isKept = (id: string) => !removed.includes(id);
  const users = model.displayed("users") as ListUsersData | undefined;
  const ids = idsOf(model.serverData("users") as ListUsersData | undefined)?.filter(isKept);
  expect(idsOf(users)).toEqual(ids);
  expect(users?.pagination.totalEntries).toBe(ids?.length);
  for (const name of ["userPages", "middlePages"] as const) {
    const expected = pagesOf<ListUsersData>(model.serverData(name)).map((page) => idsOf(page)?.filter(isKept));
    expect(pagesOf<ListUsersData>(model.displayed(name)).map(idsOf)).toEqual(expected);
  }
}

function checkInvites(model: OptimisticModel): void {
  const removed = itemsOf(model, "deleteInvites");
  const isKept = (email: string) => !removed.includes(email);
  const displayed = model.displayed("invites") as ListInvitesData | undefined;
  const data = model.serverData("invites") as ListInvitesData | undefined;
  const emails = data && [...new Set([...data.invites, ...itemsOf(model, "createInvites")])].filter(isKept);
  expect(displayed?.invites.toSorted()).toEqual(emails?.toSorted());
  expect(displayed?.pagination.totalEntries).toBe(emails?.length);
  const pages = pagesOf<ListInvitesData>(model.displayed("invitePages"));
  const listed = pages.flatMap(({ invites }) => invites);
  const isPending = ({ state }: StartedWrite) => state === "pending" && pages.length > 0;
  expect(listed).toEqual(expect.arrayContaining(itemsOf(model, "createInvites", isPending)));
  expect(listed.filter((email) => !isKept(email))).toEqual([]);
}

/** Returns the items of an operation's matching writes. By default, all writes that did not fail match. */
function itemsOf(
  { writes }: OptimisticModel,
  operation: OptimisticWriteId,
  matches = ({ state }: StartedWrite) => state !== "failed",
): string[] {
  return writes.filter((one) => one.operation === operation && matches(one)).flatMap(({ items }) => items);
}

function checkPermissions(model: OptimisticModel, userId: "ada" | "ben"): void {
  const isOnUser = (one: StartedWrite) => one.userId === userId && /Permissions/.test(one.operation);
  const last = model.writes.findLast((one) => isOnUser(one) && one.state !== "failed");
  if (last?.state !== "pending") return;
  const expected =
    last.operation === "replacePermissionsForUser" ? last.items : expect.arrayContaining([...last.items]);
  const detail = model.displayed(userId) as GetUserData | undefined;
  const list = model.displayed("users") as ListUsersData | undefined;
  for (const user of [detail?.user, list?.users.find(({ id }) => id === userId)]) {
    if (user) expect(user.permissions?.map(({ roleId }) => roleId)).toEqual(expected);
  }
}

/** Checks that the cached data equals the data of the server. */
function checkServerData(model: OptimisticModel): void {
  const { users, invites } = model.server;
  expect(model.displayed("users")).toMatchObject({ users, pagination: { totalEntries: users.length } });
  expect(model.displayed("invites")).toMatchObject({ invites, pagination: { totalEntries: invites.length } });
  for (const name of ["userPages", "middlePages"] as const) {
    const list = model.displayed(name) as InfiniteData<ListUsersData>;
    const shown = list.pages.flatMap((page) => page.users);
    const start = Number(list.pageParams[0] ?? (name === "middlePages" ? 2 : 0));
    expect(shown).toEqual(users.slice(start, start + shown.length));
    for (const { pagination } of list.pages) expect(pagination.totalEntries).toBe(users.length);
  }
  const shownInvites = pagesOf<ListInvitesData>(model.displayed("invitePages")).flatMap((page) => page.invites);
  expect(shownInvites).toEqual(invites.slice(0, shownInvites.length));
  for (const userId of ["ada", "ben"] as const) {
    expect(model.displayed(userId)).toEqual({ user: users.find(({ id }) => id === userId) });
  }
}

function idsOf(page: ListUsersData | undefined): string[] | undefined {
  return page?.users.map(({ id }) => id);
}

function pagesOf<Page>(list: unknown): readonly Page[] {
  return (list as InfiniteData<Page> | undefined)?.pages ?? [];
}

it("shows the latest server data plus the writes that it does not contain, for any overlap of writes and fetches", async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, async ({ isFilled, observed, steps }) => {
      const model = await createModel(isFilled, observed);
      try {
        for (const step of steps) {
          await model.run(step);
          check(model);
        }
        await model.respondToAll();
        check(model);
        await model.fetchAll();
        checkServerData(model);
        expect(model.hasListeners).toBe(false);
      } finally {
        model.close();
      }
    }),
    { numRuns: 600 },
  );
});

it("restores the state of every query when all writes fail and all fetches are cancelled", async () => {
  const failure = fc.record({ failWrite: fc.nat(99) });
  const cancel = fc.record({ cancel: anyQuery });
  const anyNextPage = anyFetchMore(fc.constant(false));
  const steps = fc.array(fc.oneof(anyWrite, anyRefetch, anyNextPage, cancel, failure), { minLength: 2, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.subarray([...QUERIES]), steps, async (observed, steps) => {
      const model = await createModel(true, observed);
      try {
        const before = model.states;
        for (const step of steps) await model.run(step);
        for (const cancel of QUERIES) await model.run({ cancel });
        await model.respondToAll(true);
        expect(model.states).toEqual(before);
      } finally {
        model.close();
      }
    }),
  );
});
