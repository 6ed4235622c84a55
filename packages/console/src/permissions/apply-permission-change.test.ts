import type { PermissionInputV1 } from "@segment-iam/client";
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyPermissionChange, subtractPermissions, type PermissionChange } from "./apply-permission-change.ts";

const source = (id: string) => ({ id, type: "SOURCE" as const });
const labels = [{ key: "team", value: "data" }];
const permission = (roleId: string, ...resources: PermissionInputV1["resources"]) => ({ roleId, resources });

const current = [permission("admin", source("a"), source("b")), permission("reader", source("a"))];

it.each<[string, PermissionChange, PermissionInputV1[]]>([
  ["a new role", { mode: "add", permissions: [permission("owner")] }, [...current, permission("owner")]],
  [
    "a resource of an existing role",
    { mode: "add", permissions: [permission("reader", source("b"))] },
    [current[0] ?? permission("admin"), permission("reader", source("a"), source("b"))],
  ],
  [
    "an existing resource with new labels",
    { mode: "add", permissions: [permission("reader", { ...source("a"), labels })] },
    [current[0] ?? permission("admin"), permission("reader", { ...source("a"), labels })],
  ],
  [
    "all permissions",
    { mode: "replace", permissions: [permission("x", source("a")), permission("x", source("b"))] },
    [permission("x", source("a"), source("b"))],
  ],
  ["all permissions by none", { mode: "replace", permissions: [] }, []],
  [
    "a resource of a role",
    { mode: "remove", permissions: [permission("admin", source("b"))] },
    [permission("admin", source("a")), permission("reader", source("a"))],
  ],
  [
    "the last resource of a role",
    { mode: "remove", permissions: [permission("reader", source("a"))] },
    current.slice(0, 1),
  ],
  ["a role on all resources", { mode: "remove", permissions: [permission("admin")] }, current.slice(1)],
  ["a role that the user does not have", { mode: "remove", permissions: [permission("owner")] }, current],
  [
    "a resource of another type",
    { mode: "remove", permissions: [permission("reader", { id: "a", type: "SPACE" })] },
    current,
  ],
])("changes %s", (_, change, expected) => {
  expect(applyPermissionChange(current, change)).toEqual(expected);
});

it("keeps a role without resources when resources of the role are removed", () => {
  const withoutResources = [permission("admin")];
  const change = { mode: "remove" as const, permissions: [permission("admin", source("a"))] };
  expect(applyPermissionChange(withoutResources, change)).toEqual(withoutResources);
});

const resources = fc.array(
  fc.record({ id: fc.constantFrom("a", "b", "c"), type: fc.constantFrom("SOURCE" as const, "SPACE" as const) }),
  { minLength: 1, maxLength: 4 },
);
const permissions = fc.array(fc.record({ roleId: fc.constantFrom("r1", "r2", "r3"), resources }), { maxLength: 4 });
const changes = fc.record({
  mode: fc.constantFrom("add" as const, "remove" as const, "replace" as const),
  permissions,
});

/** The pairs of a role and a resource. */
function pairsOf(list: readonly PermissionInputV1[]): Set<string> {
  return new Set(list.flatMap(({ roleId, resources }) => resources.map(({ type, id }) => `${roleId} ${type} ${id}`)));
}

it("adds, removes and replaces pairs of a role and a resource as sets, each role once", () => {
  fc.assert(
    fc.property(permissions, changes, (before, change) => {
      const after = applyPermissionChange(before, change);
      const [pairs, changed] = [pairsOf(before), pairsOf(change.permissions)];
      const expected = {
        add: pairs.union(changed),
        remove: pairs.difference(changed),
        replace: changed,
      }[change.mode];
      expect(pairsOf(after)).toEqual(expected);
      expect(new Set(after.map(({ roleId }) => roleId)).size).toBe(after.length);
      expect(after.every(({ resources }) => resources.length > 0)).toBe(true);
    }),
  );
});

it("has no further effect when a change is applied again", () => {
  fc.assert(
    fc.property(permissions, changes, (before, change) => {
      const once = applyPermissionChange(before, change);
      expect(applyPermissionChange(once, change)).toEqual(once);
    }),
  );
});

it("subtracts everything that it adds", () => {
  fc.assert(
    fc.property(permissions, permissions, (before, added) => {
      const after = applyPermissionChange(before, { mode: "add", permissions: added });
      expect(subtractPermissions(after, after)).toEqual([]);
      expect(pairsOf(subtractPermissions(after, before))).toEqual(pairsOf(added).difference(pairsOf(before)));
    }),
  );
});
