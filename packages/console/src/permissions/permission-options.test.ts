import type { UserV1 } from "@segment-iam/client";
import { expect, it } from "vitest";
import { knownAccess } from "./permission-options.ts";

const user = (id: string, permissions?: UserV1["permissions"]): UserV1 => ({
  id,
  name: id,
  email: `${id}@example.com`,
  ...(permissions && { permissions }),
});

it("gathers each role once, and finds the workspace", () => {
  const owner = { roleId: "r1", roleName: "Owner", resources: [{ id: "w1", type: "WORKSPACE" as const }] };
  const reader = { roleId: "r2", roleName: "Reader", resources: [{ id: "s1", type: "SOURCE" as const }] };
  const { roles, workspaceId } = knownAccess([user("a", [reader]), user("b", [owner, reader]), user("c")]);
  expect(Object.fromEntries(roles)).toEqual({ r1: "Owner", r2: "Reader" });
  expect(workspaceId).toBe("w1");
});

it("knows nothing when nobody has a permission", () => {
  expect(knownAccess([user("a")])).toEqual({ roles: new Map(), workspaceId: undefined });
});
