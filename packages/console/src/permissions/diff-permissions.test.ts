import type { PermissionInputV1 } from "@segment-iam/client";
import fc from "fast-check";
import { expect, it } from "vitest";
import { diffPermissions, type Grant } from "./diff-permissions.ts";

/** Reads `reader s1 s2` as a role with resources; IDs that start with `w` are the workspace's. */
function permission(text: string): PermissionInputV1 {
  const [roleId = "", ...ids] = text.split(" ");
  return { roleId, resources: ids.map((id) => ({ id, type: id.startsWith("w") ? "WORKSPACE" : "SOURCE" })) };
}

function format({ roleId, resource }: Grant): string {
  return [roleId, resource?.id].filter(Boolean).join(" ");
}

function sorted(grants: readonly Grant[]): string[] {
  return grants.map((grant) => JSON.stringify(grant)).toSorted();
}

it.each([
  [[], [], [], [], []],
  [["a w"], ["a w"], [], [], ["a w"]],
  [[], ["a s1"], ["a s1"], [], []],
  [["a s1"], [], [], ["a s1"], []],
  [["a s1 s2"], ["a s2 s3"], ["a s3"], ["a s1"], ["a s2"]],
  [["a s1", "b s1"], ["b s1"], [], ["a s1"], ["b s1"]],
  [["a s1"], ["b s1"], ["b s1"], ["a s1"], []],
  [["a s1", "a s2"], ["a s2 s1 s1"], [], [], ["a s1", "a s2"]],
  [["a"], ["a s1"], ["a s1"], ["a"], []],
])("compares %j with %j", (before, after, added, removed, kept) => {
  const diff = diffPermissions(before.map(permission), after.map(permission));
  expect(diff.added.map(format)).toEqual(added);
  expect(diff.removed.map(format)).toEqual(removed);
  expect(diff.kept.map(format)).toEqual(kept);
});

it("tells resources of different types with the same ID apart", () => {
  const before = [{ roleId: "a", resources: [{ id: "x", type: "SOURCE" as const }] }];
  const after = [{ roleId: "a", resources: [{ id: "x", type: "SPACE" as const }] }];
  expect(diffPermissions(before, after)).toMatchObject({ added: [{}], removed: [{}], kept: [] });
});

it("ignores order, and returns the reverse for swapped arguments", () => {
  const resources = fc.array(
    fc.record({ id: fc.constantFrom("x", "y"), type: fc.constantFrom("SOURCE" as const, "SPACE" as const) }),
    { maxLength: 3 },
  );
  const permissions = fc.array(fc.record({ roleId: fc.constantFrom("a", "b"), resources }), { maxLength: 4 });
  fc.assert(
    fc.property(permissions, permissions, (before, after) => {
      const diff = diffPermissions(before, after);
      const reverse = diffPermissions(after, before.toReversed());
      expect(sorted(reverse.removed)).toEqual(sorted(diff.added));
      expect(sorted(reverse.added)).toEqual(sorted(diff.removed));
      expect(sorted(reverse.kept)).toEqual(sorted(diff.kept));
    }),
  );
});
