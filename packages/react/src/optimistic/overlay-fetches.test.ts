import fc from "fast-check";
import { expect, it } from "vitest";
import type { OptimisticOperation } from "../test-support/optimistic-writes.ts";
import { OptimisticWorld, type Step } from "../test-support/optimistic-world.ts";

const USERS = ["ada", "ben", "cleo", "dora", "emil", "fay"];
const INVITES = ["a@x", "b@x", "c@x"];

function write(operation: OptimisticOperation, items: readonly string[]) {
  return fc.record({
    write: fc.record({
      operation: fc.constant(operation),
      items: fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 }),
      userId: fc.constantFrom("ada", "ben"),
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
const anyAnswer = fc.record({ answer: fc.nat(99), isRefused: fc.boolean() });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: anyWrite },
  { weight: 2, arbitrary: fc.record({ fetch: fc.nat(99), isLate: fc.boolean() }) },
  { weight: 5, arbitrary: anyAnswer },
);

/** What is shown has to be what is true, less and more what is under way; whatever was asked when. */
function check(world: OptimisticWorld): void {
  const pending = world.writes.filter(({ state }) => state === "pending");
  const under = (operation: OptimisticOperation) =>
    pending.flatMap((one) => (one.operation === operation ? one.items : []));
  const isLeft = (item: string) => !under("deleteUsers").includes(item) && !under("deleteInvites").includes(item);
  checkUsers(world, world.server.users.map(({ id }) => id).filter(isLeft));
  checkInvites(world, new Set([...world.server.invites, ...under("createInvites")].filter(isLeft)));
  for (const userId of ["ada", "ben"]) checkPermissions(world, userId);
}

function checkUsers({ users, userPages }: OptimisticWorld, ids: readonly string[]): void {
  for (const { id } of userPages.flatMap((page) => page.users)) expect(ids).toContain(id);
  if (!users) return;
  expect(users.users.map(({ id }) => id)).toEqual(ids);
  expect(users.pagination.totalEntries).toBe(ids.length);
}

function checkInvites({ invites }: OptimisticWorld, emails: ReadonlySet<string>): void {
  if (!invites) return;
  expect(new Set(invites.invites)).toEqual(emails);
  expect(invites.invites).toHaveLength(emails.size);
  expect(invites.pagination.totalEntries).toBe(emails.size);
}

function checkPermissions(world: OptimisticWorld, userId: string): void {
  const isOnUser = (one: (typeof world.writes)[number]) => one.userId === userId && /Permissions/.test(one.operation);
  const last = world.writes.findLast((one) => isOnUser(one) && one.state !== "failed");
  if (last?.state !== "pending") return;
  const expected =
    last.operation === "replacePermissionsForUser" ? last.items : expect.arrayContaining([...last.items]);
  for (const user of [world.user(userId), world.users?.users.find(({ id }) => id === userId)]) {
    if (user) expect(user.permissions?.map(({ roleId }) => roleId)).toEqual(expected);
  }
}

/** Once all is answered and fetched anew, the cache has what the workspace has. */
function checkTruth(world: OptimisticWorld): void {
  const { users, invites } = world.server;
  expect(world.users).toMatchObject({ users, pagination: { totalEntries: users.length } });
  expect(world.invites).toMatchObject({ invites, pagination: { totalEntries: invites.length } });
  const shownUsers = world.userPages.flatMap((page) => page.users);
  expect(shownUsers).toEqual(users.slice(0, shownUsers.length));
  const shownInvites = world.invitePages.flatMap((page) => page.invites);
  expect(shownInvites).toEqual(invites.slice(0, shownInvites.length));
  for (const { pagination } of world.userPages) expect(pagination.totalEntries).toBe(users.length);
  for (const userId of ["ada", "ben"]) expect(world.user(userId)).toEqual(users.find(({ id }) => id === userId));
}

async function begin(isFilled: boolean): Promise<OptimisticWorld> {
  const world = new OptimisticWorld(USERS, INVITES);
  if (isFilled) await world.fetchAll();
  return world;
}

it("shows what is true and what is under way at every moment, however writes and fetches overlap", async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(anyStep, { minLength: 3, maxLength: 14 }), async (isFilled, steps) => {
      const world = await begin(isFilled);
      for (const step of steps) {
        await world.run(step);
        check(world);
      }
      await world.settle();
      await world.fetchAll();
      checkTruth(world);
      expect(world.queryClient.getQueryCache().hasListeners()).toBe(false);
    }),
    { numRuns: 600 },
  );
}, 60_000);

it("leaves nothing behind of writes that all fail", async () => {
  const refusal = fc.record({ answer: fc.nat(99), isRefused: fc.constant(true) });
  const steps = fc.array(fc.oneof(anyWrite, refusal), { minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const world = await begin(true);
      const before = world.states;
      for (const step of steps) await world.run(step);
      for (const { state } of world.writes) if (state === "pending") await world.run({ answer: 0, isRefused: true });
      expect(world.states).toEqual(before);
    }),
  );
});
