import type { GetUserData, ListInvitesData, ListUsersData } from "@segment-iam/client";
import type { InfiniteData } from "@tanstack/react-query";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { ReadName } from "../test-utils/query-drivers.ts";
import type { OptimisticOperation } from "../test-utils/optimistic-writes.ts";
import type { Step } from "../test-utils/optimistic-step.ts";
import { OptimisticWorld, type StartedWrite } from "../test-utils/optimistic-model.ts";

const USERS = ["ada", "ben", "cleo", "dora", "emil", "fay"];
const INVITES = ["a@x", "b@x", "c@x"];
const LISTS = ["userPages", "middlePages", "invitePages"] as const;
const READS = [...LISTS, "users", "invites", "ada", "ben"] as const;

function write(operation: OptimisticOperation, items: readonly string[]) {
  return fc.record({
    write: fc.record({
      operation: fc.constant(operation),
      items: fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 }),
      userId: fc.constantFrom("ada", "ben"),
      invalidates: fc.boolean(),
    }),
  });
}

// Nobody changes somebody who is being removed, or withdraws what is being sent: what to show then is a matter of taste.
const anyWrite = fc.oneof(
  write("deleteUsers", USERS.slice(2)),
  write("deleteInvites", INVITES),
  write("createInvites", ["d@x", "e@x", "f@x"]),
  write("addPermissionsToUser", ["r1", "r2", "r3"]),
  write("replacePermissionsForUser", ["r1", "r2", "r3"]),
);
const anyRead = fc.constantFrom<ReadName>(...READS);
const anyRefetch = fc.record({ fetch: anyRead, cancelRefetch: fc.boolean() });
const anyMore = (isBackward: fc.Arbitrary<boolean>) =>
  fc.record({ more: fc.constantFrom<ReadName>(...LISTS), isBackward });
const anyAnswer = fc.record({ answer: fc.nat(99), isRefused: fc.boolean() });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: anyWrite },
  { weight: 3, arbitrary: anyRefetch },
  { weight: 3, arbitrary: anyMore(fc.boolean()) },
  { weight: 10, arbitrary: anyAnswer },
  { weight: 2, arbitrary: fc.record({ toggle: anyRead }) },
  { weight: 2, arbitrary: fc.record({ cancel: anyRead }) },
  { weight: 1, arbitrary: fc.constant<Step>({ joins: true }) },
  { weight: 1, arbitrary: fc.record({ isLate: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ isOnline: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ clear: fc.constantFrom("queries" as const, "mutations" as const) }) },
);
const anySteps = fc.record({
  isFilled: fc.boolean(),
  shown: fc.subarray([...READS]),
  steps: fc.array(anyStep, { minLength: 3, maxLength: 18 }),
});

/** A workspace that components look at, with everything in the cache or nothing. */
async function begin(isFilled: boolean, shown: readonly ReadName[]): Promise<OptimisticWorld> {
  const world = new OptimisticWorld(USERS, INVITES);
  if (isFilled) await world.fetchAll();
  for (const toggle of shown) await world.run({ toggle });
  return world;
}

/** What is shown has to be what was answered last, less and more what is under way or was done since; whatever was asked when. */
function check(world: OptimisticWorld): void {
  checkUsers(world);
  checkInvites(world);
  for (const userId of ["ada", "ben"] as const) checkPermissions(world, userId);
}

function checkUsers(world: OptimisticWorld): void {
  const gone = itemsOf(world, "deleteUsers");
  const isLeft = (id: string) => !gone.includes(id);
  const users = world.shown("users") as ListUsersData | undefined;
  const ids = idsOf(world.answer("users") as ListUsersData | undefined)?.filter(isLeft);
  expect(idsOf(users)).toEqual(ids);
  expect(users?.pagination.totalEntries).toBe(ids?.length);
  for (const name of ["userPages", "middlePages"] as const) {
    const expected = pagesOf<ListUsersData>(world.answer(name)).map((page) => idsOf(page)?.filter(isLeft));
    expect(pagesOf<ListUsersData>(world.shown(name)).map(idsOf)).toEqual(expected);
  }
}

function checkInvites(world: OptimisticWorld): void {
  const gone = itemsOf(world, "deleteInvites");
  const isLeft = (email: string) => !gone.includes(email);
  const shown = world.shown("invites") as ListInvitesData | undefined;
  const answer = world.answer("invites") as ListInvitesData | undefined;
  const emails = answer && [...new Set([...answer.invites, ...itemsOf(world, "createInvites")])].filter(isLeft);
  expect(shown?.invites.toSorted()).toEqual(emails?.toSorted());
  expect(shown?.pagination.totalEntries).toBe(emails?.length);
  const pages = pagesOf<ListInvitesData>(world.shown("invitePages"));
  const listed = pages.flatMap(({ invites }) => invites);
  const isPending = ({ state }: StartedWrite) => state === "pending" && pages.length > 0;
  expect(listed).toEqual(expect.arrayContaining(itemsOf(world, "createInvites", isPending)));
  expect(listed.filter((email) => !isLeft(email))).toEqual([]);
}

/** What the writes of an operation are about that did not fail, or that are as asked for. */
function itemsOf(
  { writes }: OptimisticWorld,
  operation: OptimisticOperation,
  isMeant = ({ state }: StartedWrite) => state !== "failed",
): string[] {
  return writes.filter((one) => one.operation === operation && isMeant(one)).flatMap(({ items }) => items);
}

function checkPermissions(world: OptimisticWorld, userId: "ada" | "ben"): void {
  const isOnUser = (one: StartedWrite) => one.userId === userId && /Permissions/.test(one.operation);
  const last = world.writes.findLast((one) => isOnUser(one) && one.state !== "failed");
  if (last?.state !== "pending") return;
  const expected =
    last.operation === "replacePermissionsForUser" ? last.items : expect.arrayContaining([...last.items]);
  const detail = world.shown(userId) as GetUserData | undefined;
  const list = world.shown("users") as ListUsersData | undefined;
  for (const user of [detail?.user, list?.users.find(({ id }) => id === userId)]) {
    if (user) expect(user.permissions?.map(({ roleId }) => roleId)).toEqual(expected);
  }
}

/** Once all is answered and fetched anew, the cache has what the workspace has. */
function checkTruth(world: OptimisticWorld): void {
  const { users, invites } = world.server;
  expect(world.shown("users")).toMatchObject({ users, pagination: { totalEntries: users.length } });
  expect(world.shown("invites")).toMatchObject({ invites, pagination: { totalEntries: invites.length } });
  for (const name of ["userPages", "middlePages"] as const) {
    const list = world.shown(name) as InfiniteData<ListUsersData>;
    const shown = list.pages.flatMap((page) => page.users);
    const start = Number(list.pageParams[0] ?? (name === "middlePages" ? 2 : 0));
    expect(shown).toEqual(users.slice(start, start + shown.length));
    for (const { pagination } of list.pages) expect(pagination.totalEntries).toBe(users.length);
  }
  const shownInvites = pagesOf<ListInvitesData>(world.shown("invitePages")).flatMap((page) => page.invites);
  expect(shownInvites).toEqual(invites.slice(0, shownInvites.length));
  for (const userId of ["ada", "ben"] as const) {
    expect(world.shown(userId)).toEqual({ user: users.find(({ id }) => id === userId) });
  }
}

function idsOf(page: ListUsersData | undefined): string[] | undefined {
  return page?.users.map(({ id }) => id);
}

function pagesOf<Page>(list: unknown): readonly Page[] {
  return (list as InfiniteData<Page> | undefined)?.pages ?? [];
}

it("shows what was answered last and what is under way at every moment, however writes and fetches overlap", async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, async ({ isFilled, shown, steps }) => {
      const world = await begin(isFilled, shown);
      try {
        for (const step of steps) {
          await world.run(step);
          check(world);
        }
        await world.settle();
        check(world);
        expect(world.isWatched).toBe(false);
        await world.fetchAll();
        checkTruth(world);
      } finally {
        world.close();
      }
    }),
    { numRuns: 600 },
  );
}, 60_000);

it("leaves nothing behind of writes that all fail, and of fetches that are given up", async () => {
  const refusal = fc.record({ refuse: fc.nat(99) });
  const cancel = fc.record({ cancel: anyRead });
  const anyNext = anyMore(fc.constant(false));
  const steps = fc.array(fc.oneof(anyWrite, anyRefetch, anyNext, cancel, refusal), { minLength: 2, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.subarray([...READS]), steps, async (shown, steps) => {
      const world = await begin(true, shown);
      try {
        const before = world.states;
        for (const step of steps) await world.run(step);
        for (const cancel of READS) await world.run({ cancel });
        await world.settle(true);
        expect(world.states).toEqual(before);
      } finally {
        world.close();
      }
    }),
  );
});
