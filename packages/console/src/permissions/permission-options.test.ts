import type { UserV1 } from "@segment-iam/client";
import { expect, it } from "vitest";
import { collectPermissionOptions } from "./permission-options.ts";

const user = (id: string, permissions?: UserV1["permissions"]): UserV1 => ({
  id,
  name: id,
  email: `${id}@example.com`,
  ...(permissions && { permissions }),
});

it("collects each role once, and the workspace", () => {
  const owner = { roleId: "r1", roleName: "Owner", resources: [{ id: "w1", type: "WORKSPACE" as const }] };
  const reader = { roleId: "r2", roleName: "Reader", resources: [{ id: "s1", type: "SOURCE" as const }] };
  const users = [user("a", [reader]), user("b", [owner, reader]), user("c")];
  const { roles, workspaceId } = collectPermissionOptions(users);
  expect(Object.fromEntries(roles)).toEqual({ r1: "Owner", r2: "Reader" });
  expect(workspaceId).toBe("w1");
});

it("returns no options when no user has a permission", () => {
  expect(collectPermissionOptions([user("a")])).toEqual({ roles: new Map(), workspaceId: undefined });
});
