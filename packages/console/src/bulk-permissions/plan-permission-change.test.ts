import type { UserV1 } from "@segment-iam/client";
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyPermissionChange } from "../permissions/apply-permission-change.ts";
import { planPermissionChange } from "./plan-permission-change.ts";

const source = (id: string) => ({ id, type: "SOURCE" as const });
const permission = (roleId: string, ...ids: string[]) => ({ roleId, roleName: roleId, resources: ids.map(source) });
const user = (id: string, ...permissions: UserV1["permissions"] & object): UserV1 => ({
  id,
  name: id,
  email: `${id}@example.com`,
  permissions,
});

const owner = user("owner", permission("owner", "w"));
const reader = user("reader", permission("reader", "a", "b"), permission("owner", "w"));
const { permissions: _, ...nobody } = user("nobody");
const users = [reader, nobody, owner];

it("plans added permissions", () => {
  const plan = planPermissionChange(users, { mode: "add", permissions: [permission("reader", "a", "c")] });
  expect(plan).toMatchObject({ gainCount: 3, loseCount: 0, loseAllCount: 0, unchangedCount: 0 });
  expect(plan.changes[0]).toMatchObject({
    user: reader,
    added: [{ roleId: "reader", resources: [source("c")] }],
    removed: [],
  });
});

it("plans removed roles, and lists users who lose all permissions first", () => {
  const plan = planPermissionChange(users, { mode: "remove", permissions: [permission("owner")] });
  expect(plan).toMatchObject({ gainCount: 0, loseCount: 2, loseAllCount: 1, unchangedCount: 1 });
  expect(plan.changes.map(({ user: { id }, losesAll }) => [id, losesAll])).toEqual([
    ["owner", true],
    ["reader", false],
  ]);
});

it("plans replaced permissions, and leaves out users who already have them", () => {
  const plan = planPermissionChange(users, { mode: "replace", permissions: [permission("owner", "w")] });
  expect(plan).toMatchObject({ gainCount: 1, loseCount: 1, loseAllCount: 0, unchangedCount: 1 });
});

const resources = fc.array(fc.constantFrom(source("a"), source("b"), source("c")), { minLength: 1, maxLength: 3 });
const permissions = fc.array(
  fc.record({ roleId: fc.constantFrom("r1", "r2"), roleName: fc.constant("Role"), resources }),
  { maxLength: 3 },
);
const changes = fc.record({
  mode: fc.constantFrom("add" as const, "remove" as const, "replace" as const),
  permissions,
});

it("counts each user once, and describes the difference between before and after", () => {
  const lists = fc.array(permissions, { maxLength: 4 });
  fc.assert(
    fc.property(lists, changes, (list, change) => {
      const planned = list.map((granted, index) => user(`u${index}`, ...granted));
      const plan = planPermissionChange(planned, change);
      expect(plan.changes.length + plan.unchangedCount).toBe(planned.length);
      for (const { user: changed, added, removed, losesAll } of plan.changes) {
        const before = applyPermissionChange(changed.permissions ?? [], { mode: "add", permissions: [] });
        const after = applyPermissionChange(before, change);
        const without = applyPermissionChange(before, { mode: "remove", permissions: removed });
        const replayed = applyPermissionChange(without, { mode: "add", permissions: added });
        expect(pairsOf(replayed)).toEqual(pairsOf(after));
        expect(losesAll).toBe(after.length === 0);
      }
    }),
  );
});

function pairsOf(list: ReturnType<typeof applyPermissionChange>): string[] {
  return list.flatMap(({ roleId, resources }) => resources.map(({ id }) => `${roleId} ${id}`)).toSorted();
}
