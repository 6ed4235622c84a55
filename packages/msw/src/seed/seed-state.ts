import type { InviteV1, PermissionV1, UserV1 } from "@segment-iam/types";
import type { MockGroup, MockRole, MockState } from "../mock-state.ts";
import { firstNames, groupNames, lastNames } from "./names.ts";
import { createId, createRandom, integerBelow, type Random } from "./random.ts";
import { defaultRoles } from "./roles.ts";

/** What a workspace begins with: how many of each to make up, or the very ones. */
export interface SeedOptions {
  /** The same seed makes up the same workspace. @default 1 */
  readonly seed?: number | undefined;
  /** The users. The first one made up is an owner of the workspace and always has the same ID. @default 1_000 */
  readonly users?: number | readonly UserV1[] | undefined;
  /** The invites that are open. @default 25 */
  readonly invites?: number | readonly InviteV1[] | undefined;
  /** The user groups; those made up have some of the users as members. @default 12 */
  readonly groups?: number | readonly MockGroup[] | undefined;
  /** The roles that permissions may name. @default six roles, "Workspace Owner" the first */
  readonly roles?: readonly MockRole[] | undefined;
}

const WORKSPACE_ID = "9aQ1Lj62S4bomZKLF4DPqW";
const OWNER: UserV1 = { id: "sgJDWk3K21k6LE3tLU9nRK", name: "Ada Lovelace", email: "ada@example.com" };
const RESOURCE_TYPES = ["SOURCE", "SPACE", "WAREHOUSE", "FUNCTION"] as const;

/** Makes a workspace's state. Nothing given is kept: it is copied, so that a reset can start over. */
export function seedState({
  seed = 1,
  users = 1_000,
  invites = 25,
  groups = 12,
  roles = defaultRoles,
}: SeedOptions): MockState {
  const random = createRandom(seed);
  const people = fill(users, (index) => makeUser(random, index, roles));
  return {
    workspaceId: WORKSPACE_ID,
    users: people,
    invites: fill(invites, (index) => ({ email: `invited.${index + 1}@example.com`, permissions: [] })),
    groups: fill(groups, (index) => makeGroup(random, index, people)),
    roles: structuredClone([...roles]),
  };
}

function fill<Item>(items: number | readonly Item[], make: (index: number) => Item): Item[] {
  return typeof items === "number"
    ? Array.from({ length: items }, (_, index) => make(index))
    : structuredClone([...items]);
}

function makeUser(random: Random, index: number, roles: readonly MockRole[]): UserV1 {
  const [owner] = roles;
  if (index === 0) {
    return { ...OWNER, permissions: owner ? [permission(owner, { id: WORKSPACE_ID, type: "WORKSPACE" })] : [] };
  }
  const first = firstNames[integerBelow(random, firstNames.length)] ?? "";
  const last = lastNames[integerBelow(random, lastNames.length)] ?? "";
  const user = {
    id: createId(random),
    name: `${first} ${last}`,
    email: `${first}.${last}.${index}@example.com`.toLowerCase(),
  };
  // The API may leave `permissions` out, so some users come without.
  if (random() < 0.1) return user;
  const held = roles.slice(1).filter(() => random() < 0.3);
  return { ...user, permissions: held.map((role) => permission(role, makeResource(random))) };
}

function makeResource(random: Random): PermissionV1["resources"][number] {
  const type = RESOURCE_TYPES[integerBelow(random, RESOURCE_TYPES.length)] ?? "SOURCE";
  return { id: createId(random), type };
}

function permission({ id, name }: MockRole, resource: PermissionV1["resources"][number]): PermissionV1 {
  return { roleId: id, roleName: name, resources: [resource] };
}

function makeGroup(random: Random, index: number, users: readonly UserV1[]): MockGroup {
  const round = Math.floor(index / groupNames.length);
  const name = `${groupNames[index % groupNames.length]}${round === 0 ? "" : ` ${round + 1}`}`;
  return { id: createId(random), name, userIds: users.filter(() => random() < 0.15).map(({ id }) => id) };
}
