import type { UserV1 } from "@segment-iam/client";
import fc from "fast-check";
import { expect, it } from "vitest";
import { member, owner, workspaceResource as workspace } from "../test-utils/owner-and-member.ts";
import { findChangeRisks } from "./find-change-risks.ts";

function user(id: string, ...permissions: UserV1["permissions"] & object): UserV1 {
  return { id, name: id, email: `${id}@example.com`, permissions };
}

function isOwner({ permissions = [] }: UserV1): boolean {
  return permissions.includes(owner);
}

const ada = user("ada", owner);
const bo = user("bo", owner, member);
const cy = user("cy", member);
const { permissions: _, ...dee } = user("dee");
/** Without the current permissions, as in a run from before a reload. */
const { permissions: __, ...adaById } = ada;

it.each([
  ["removes the only owner", [ada, cy], [{ user: ada }], undefined, [ada], 0, undefined],
  ["removes one of two owners", [ada, bo, cy], [{ user: bo }], undefined, [bo], 1, undefined],
  [
    "removes all owners",
    [ada, bo, cy],
    [{ user: ada }, { user: bo }, { user: cy }],
    undefined,
    [ada, bo],
    0,
    undefined,
  ],
  ["removes users without a role", [ada, cy, dee], [{ user: cy }, { user: dee }], undefined, [], 1, undefined],
  ["demotes the only owner", [ada, cy], [{ user: ada, permissions: [member] }], undefined, [ada], 0, undefined],
  ["keeps an owner", [ada], [{ user: ada, permissions: [owner, member] }], "ada", [], 1, undefined],
  [
    "makes another user the owner",
    [ada, cy],
    [{ user: ada }, { user: cy, permissions: [owner] }],
    "cy",
    [ada],
    1,
    undefined,
  ],
  ["removes the own account", [ada, cy], [{ user: cy }], "cy", [], 1, "removed"],
  ["demotes the own account", [ada, bo], [{ user: ada, permissions: [] }], "ada", [ada], 1, "demoted"],
  ["demotes an owner by ID", [ada, cy], [{ user: adaById, permissions: [member] }], undefined, [adaById], 0, undefined],
  ["removes an owner whose list is not loaded", [], [{ user: ada }], undefined, [ada], 0, undefined],
])("reports a change that %s", (_name, users, changes, ownUserId, formerOwners, remainingOwners, ownAccount) => {
  expect(findChangeRisks(users, changes, ownUserId)).toEqual({ formerOwners, remainingOwners, ownAccount });
});

it.each([
  ["a source", [{ id: "s1", type: "SOURCE" as const }], 0],
  ["no resources", [], 1],
  ["a source and the workspace", [{ id: "s1", type: "SOURCE" as const }, workspace], 1],
])("counts the owner role on %s", (_name, resources, owners) => {
  expect(findChangeRisks([user("x", { ...owner, resources })], [], undefined).remainingOwners).toBe(owners);
});

it("never counts a removed user as an owner, for any users and removals", () => {
  const people = fc.uniqueArray(
    fc.record({ id: fc.string({ minLength: 1 }), permissions: fc.subarray([owner, member]) }),
    { selector: ({ id }) => id },
  );
  const removals = people.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all)));
  fc.assert(
    fc.property(removals, ([all, removed]) => {
      const users = all.map(({ id, permissions }) => user(id, ...permissions));
      const removedIds = new Set(removed.map(({ id }) => id));
      const changes = users.filter(({ id }) => removedIds.has(id)).map((user) => ({ user }));
      expect(findChangeRisks(users, changes, undefined)).toEqual({
        formerOwners: users.filter((user) => removedIds.has(user.id) && isOwner(user)),
        remainingOwners: users.filter((user) => !removedIds.has(user.id) && isOwner(user)).length,
        ownAccount: undefined,
      });
    }),
  );
});
