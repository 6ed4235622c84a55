import {
  createInvites,
  deleteInvites,
  deleteUsers,
  getUser,
  replacePermissionsForUser,
  type OperationId,
} from "@segment-iam/client";
import fc from "fast-check";
import { expect, it } from "vitest";
import { countDone } from "../run-report.ts";
import type { RunTask } from "../run-task.ts";
import { admin, createChanges, createUsers, reader, setUp } from "../test-utils/set-up-run.ts";
import { RunHistory } from "./run-history.ts";
import type { Run } from "./run.ts";
import { createUndoTask } from "./undo-task.ts";

const outcomesOf = (run: Run) => run.report.rows.map(({ outcome }) => outcome);

/** The permissions of each user, as pairs of role and resource. */
function grantsOf({ users }: ReturnType<typeof setUp>["workspace"]): string[] {
  return users.map(({ permissions = [] }) => permissions.map(({ roleId }) => roleId).join(","));
}

it.each([
  ["add", admin, "r1,r2"],
  ["replace", admin, "r2"],
  ["remove", reader, ""],
] as const)(
  "changes permissions in the mode %s, skips users without a change, and restores them",
  async (mode, permission, after) => {
    const { workspace, create, requests } = setUp(3);
    const [, changed] = workspace.users;
    if (changed) changed.permissions = mode === "remove" ? [] : [{ ...admin, roleName: "Admin" }];
    const before = grantsOf(workspace);
    const task = {
      kind: "change-permissions" as const,
      mode,
      items: createChanges(3, permission),
    };
    const run = create(task);
    await run.start();
    expect(outcomesOf(run)).toEqual(["succeeded", "already-done", "succeeded"]);
    expect(grantsOf(workspace)).toEqual([after, before[1], after]);
    const write = mode === "add" ? "addPermissionsToUser" : "replacePermissionsForUser";
    expect(requests()).toEqual(["getUser", write, "getUser", "getUser", write]);

    const undo = createUndoTask(run.report, run.before);
    expect(undo?.items).toHaveLength(2);
    if (undo) await create(undo).start();
    expect(grantsOf(workspace)).toEqual(before);
  },
);

it("reports a user who was removed as failed, and changes the others", async () => {
  const { workspace, create } = setUp(3);
  workspace.users.splice(1, 1);
  const items = createChanges(3, admin);
  const run = create({ kind: "change-permissions", mode: "add", items });
  await run.start();
  expect(outcomesOf(run)).toEqual(["succeeded", "rejected", "succeeded"]);
});

it("ends before a user is changed when the permissions cannot be read", async () => {
  const { workspace, create, requests } = setUp(2);
  workspace.fail(getUser, { status: 503 });
  const items = createChanges(2, admin);
  const run = create({ kind: "change-permissions", mode: "replace", items });
  await run.start();
  expect(outcomesOf(run)).toEqual(["not-attempted", "not-attempted"]);
  expect(requests()).toEqual(["getUser"]);
  await run.start();
  expect(outcomesOf(run)).toEqual(["succeeded", "succeeded"]);
});

it("determines the outcome of a change whose response was lost", async () => {
  const { workspace, create, requests } = setUp(1);
  workspace.fail(replacePermissionsForUser, { status: 500, applied: true });
  const items = createChanges(1, admin);
  const run = create({ kind: "change-permissions", mode: "replace", items });
  await run.start();
  expect(outcomesOf(run)).toEqual(["succeeded"]);
  expect(requests()).toEqual(["getUser", "replacePermissionsForUser", "getUser"]);
  expect(run.before.get("u0")).toEqual([reader]);
});

it.each([
  ["remove-users", deleteUsers],
  ["revoke-invites", deleteInvites],
] as const)("reports items that were gone before the run as already done (%s)", async (kind, operation) => {
  const { workspace, create } = setUp(3);
  const users = createUsers(3);
  workspace.invites.push(...users.slice(1).map(({ email }) => ({ email })));
  workspace.users.splice(0, 1);
  const run = create(
    kind === "remove-users" ? { kind, items: users } : { kind, items: users.map(({ email }) => ({ email })) },
  );
  await run.start();
  expect(outcomesOf(run)).toEqual(["already-done", "succeeded", "succeeded"]);
  expect(workspace.requests.some((request) => request.operation === operation.id)).toBe(true);
});

it("keeps a rejected invite rejected, with the reason of the API, and retries it", async () => {
  const { workspace, create } = setUp(1);
  const run = create({ kind: "invite", items: [{ email: "u0@example.com" }, { email: "new@example.com" }] });
  await run.start();
  expect(outcomesOf(run)).toEqual(["rejected", "succeeded"]);
  expect(run.report.rows[0]?.reason).toContain("already has an invite");
  workspace.users.splice(0);
  await run.retry();
  expect(outcomesOf(run)).toEqual(["succeeded", "succeeded"]);
});

it.each<[string, { readonly id: OperationId }, RunTask]>([
  ["invites", createInvites, { kind: "invite", items: [{ email: "A@example.com" }, { email: "b@example.com" }] }],
  ["removals", deleteUsers, { kind: "remove-users", items: createUsers(2) }],
])("checks %s whose response was lost, and does not repeat them", async (_, { id }, task) => {
  const { workspace, create, requests } = setUp(2);
  workspace.fail(id, { status: "network-error", applied: true });
  const run = create(task);
  await run.start();
  expect(outcomesOf(run)).toEqual(["succeeded", "succeeded"]);
  expect(requests().filter((operation) => operation === id)).toHaveLength(1);
});

it("removes each user once for a crash after any event, whether the request in flight was executed or not", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 250 }),
      fc.nat(),
      fc.boolean(),
      fc.boolean(),
      fc.subarray([0, 1, 2, 3, 4, 5]),
      async (count, crashAt, isCarriedOut, isCheckedFirst, gone) => {
        const task = { kind: "remove-users" as const, items: createUsers(count) };
        const first = setUp(count);
        await first.create(task).start();
        const events = first.events.slice(0, crashAt % (first.events.length + 1));
        const history = new RunHistory();
        for (const event of events) history.add(event);

        const second = setUp(count);
        const removed = new Set([...history.results.keys(), ...(isCarriedOut ? history.inFlight : [])]);
        for (const index of gone) removed.add(`u${index}`);
        second.workspace.users = second.workspace.users.filter(({ id }) => !removed.has(id));
        const run = second.create(task, history);
        if (isCheckedFirst) await run.check();
        await run.start();
        expect(second.workspace.users).toEqual([]);
        expect(countDone(run.report)).toBe(count);
        expect(run.report.rows.map(({ item }) => item)).toEqual(task.items);
        const deletions = second.requests().filter((id) => id === "deleteUsers").length;
        expect(gone.length > 0 || deletions <= 3).toBe(true);
      },
    ),
    { numRuns: 15 },
  );
});

it("continues without repeating requests after it was stopped", async () => {
  const { create, requests } = setUp(250);
  const run = create({ kind: "remove-users", items: createUsers(250) });
  const first = run.start();
  run.stop();
  await first;
  expect(run.view).toMatchObject({ status: "ended", failed: 0 });
  expect(new Set(outcomesOf(run))).toContain("not-attempted");
  await run.start();
  expect(run.view).toMatchObject({ status: "ended", done: 250, failed: 0 });
  expect(requests().length).toBe(3);
});
