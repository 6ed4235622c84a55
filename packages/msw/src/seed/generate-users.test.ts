import fc from "fast-check";
import { expect, it } from "vitest";
import { createMockWorkspace } from "../create-mock-workspace.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

/** The word in a role's name that says which resources it applies to. Roles without such a word apply to the workspace. */
const WORDS = {
  SOURCE: /Source/,
  WAREHOUSE: /Warehouse/,
  FUNCTION: /Function/,
  SPACE: /Engage/,
  WORKSPACE: /Workspace/,
};

it("generates three to five owners among 1,000 users, the first user included", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { users, roles } = createMockWorkspace({ seed, groups: 0, invites: 0 });
      const owners = users.filter(({ permissions }) => permissions?.some(({ roleId }) => roleId === roles[0]?.id));
      expect(owners.length).toBeGreaterThanOrEqual(3);
      expect(owners.length).toBeLessThanOrEqual(5);
      expect(owners).toContain(users[0]);
    }),
    { numRuns: 30 },
  );
});

it("grants each role on resources of its type, once for each person", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { users, invites, workspaceId } = createMockWorkspace({ seed, users: 200 });
      const people = [...users, ...invites].map(({ permissions }) => permissions ?? []);
      const usedTypes = new Set<string>();
      for (const permissions of people) {
        expect(new Set(permissions.map(({ roleId }) => roleId)).size).toBe(permissions.length);
      }
      for (const { roleName, resources } of users.flatMap(({ permissions = [] }) => permissions)) {
        expect(resources.length).toBeGreaterThan(0);
        for (const { id, type } of resources) {
          usedTypes.add(type);
          expect(roleName).toMatch(WORDS[type]);
          expect(id === workspaceId).toBe(type === "WORKSPACE");
        }
      }
      expect(usedTypes).toEqual(new Set(Object.keys(WORDS)));
    }),
    { numRuns: 30 },
  );
});

it("grants resources that several people share", () => {
  const { users } = createMockWorkspace();
  const resources = users.flatMap(({ permissions = [] }) => permissions.flatMap((permission) => permission.resources));
  expect(new Set(resources.map(({ id }) => id)).size).toBeLessThan(100);
});

it("grants only the given roles", () => {
  const roles = [
    { id: "r1", name: "Boss" },
    { id: "r2", name: "Warehouse Reader" },
  ];
  const { users } = createMockWorkspace({ roles, users: 100 });
  const granted = users.flatMap(({ permissions = [] }) => permissions);
  expect(new Set(granted.map(({ roleName }) => roleName))).toEqual(new Set(["Boss", "Warehouse Reader"]));
  expect(granted.filter(({ roleId }) => roleId === "r2").flatMap(({ resources }) => resources)).toEqual(
    expect.arrayContaining([expect.objectContaining({ type: "WAREHOUSE" })]),
  );
});

it.each([0, 1, 2, 20, 49, 50, 1_000])("generates %i users with unique IDs and addresses", (count) => {
  const { users } = createMockWorkspace({ users: count });
  expect(users).toHaveLength(count);
  for (const key of ["id", "email"] as const) expect(new Set(users.map((user) => user[key])).size).toBe(count);
});

it("generates users without roles", () => {
  const { users } = createMockWorkspace({ roles: [], users: 10 });
  expect(users.flatMap(({ permissions = [] }) => permissions)).toEqual([]);
});
