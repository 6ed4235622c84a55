import type { InviteV1, MinimalUserGroupV1, PermissionV1, UserV1 } from "@segment-iam/types";
import { createId, createRandom, integerBelow, type Random } from "./random.ts";

/** The contents of a mock workspace. Tests can read and change all of it. The API returns items in array order. */
export interface MockState {
  /** The ID of the workspace. */
  workspaceId: string;
  /** The users. */
  users: UserV1[];
  /** The pending invites and their permissions. */
  invites: InviteV1[];
  /** The user groups and their members. */
  groups: MockGroup[];
  /** The roles that permissions can refer to. */
  roles: MockRole[];
}

/** A user group. */
export interface MockGroup extends MinimalUserGroupV1 {
  /** The IDs of its members. */
  userIds: string[];
}

/** A role. */
export interface MockRole {
  id: string;
  name: string;
}

/** The initial contents of a workspace: the number of items to generate, or the items themselves. */
export interface SeedOptions {
  /** The seed for generated items. The same seed generates the same items. @default 1 */
  readonly seed?: number | undefined;
  /** The users. The first generated user is a workspace owner with a fixed ID. @default 1_000 */
  readonly users?: number | readonly UserV1[] | undefined;
  /** The pending invites. @default 25 */
  readonly invites?: number | readonly InviteV1[] | undefined;
  /** The user groups. Generated groups contain some of the users. @default 12 */
  readonly groups?: number | readonly MockGroup[] | undefined;
  /** The roles that permissions can refer to. @default six roles, "Workspace Owner" first */
  readonly roles?: readonly MockRole[] | undefined;
}

const WORKSPACE_ID = "9aQ1Lj62S4bomZKLF4DPqW";
const OWNER: UserV1 = { id: "sgJDWk3K21k6LE3tLU9nRK", name: "Ada Lovelace", email: "ada@example.com" };
const RESOURCE_TYPES = ["SOURCE", "SPACE", "WAREHOUSE", "FUNCTION"] as const;
const FIRST_NAMES = `
  Ada Alan Annie Barbara Claude Donald Dorothy Edsger Edith Evelyn Frances Fei Grace Hedy Ida Jean John Joan
  Karen Katherine Ken Klara Leslie Linus Lynn Margaret Mary Mei Niklaus Radia Robin Ruth Shafi Sophie Sister
  Tim Tony Vint Whitfield Yukihiro
`
  .trim()
  .split(/\s+/);
const LAST_NAMES = `
  Allen Bartik Berners-Lee Boyd Cerf Clarke Conway Daubechies Diffie Dijkstra Easley Floyd Goldwasser
  Granville Hamilton Hoare Holberton Hopper Johnson Jones Keller Knuth Lamarr Lamport Liskov Lovelace
  Matsumoto McNulty Milner Neumann Perlman Ritchie Shannon Sparck Thompson Torvalds Turing Vaughan Wilson
  Wirth
`
  .trim()
  .split(/\s+/);
const GROUP_NAMES = [
  "Data Engineering",
  "Marketing",
  "Analytics",
  "Growth",
  "Mobile",
  "Web Platform",
  "Customer Success",
  "Security",
  "Finance",
  "Product",
  "Support",
  "Contractors",
];

/** The roles of a new workspace. The first ID comes from the API's documentation. The others are invented. */
const DEFAULT_ROLES: readonly MockRole[] = [
  { id: "1WDUuRLxv84rrfCNUwvkrRtkxnS", name: "Workspace Owner" },
  { id: "1WDUuS6dQwYdzGbXrJtpVn8cMkL", name: "Workspace Member" },
  { id: "1WDUuTq3HfKpZ5xWvBnRy2sDgTj", name: "Source Admin" },
  { id: "1WDUuUzN7LmRc4kVhXtQ9wYbFpE", name: "Source Read-only" },
  { id: "1WDUuVa8JsGxD6nPqKyZf3rWmHt", name: "Warehouse Admin" },
  { id: "1WDUuWe5TbMvS2jLdRgNk7cXqYz", name: "Function Admin" },
];

/** Creates the state of a workspace. Copies the given items, so that a reset restores them. */
export function seedState({
  seed = 1,
  users = 1_000,
  invites = 25,
  groups = 12,
  roles = DEFAULT_ROLES,
}: SeedOptions): MockState {
  const random = createRandom(seed);
  const seededUsers = generateOrCopy(users, (index) => makeUser(random, index, roles));
  return {
    workspaceId: WORKSPACE_ID,
    users: seededUsers,
    invites: generateOrCopy(invites, (index) => ({ email: `invited.${index + 1}@example.com`, permissions: [] })),
    groups: generateOrCopy(groups, (index) => makeGroup(random, index, seededUsers)),
    roles: structuredClone([...roles]),
  };
}

function generateOrCopy<Item>(items: number | readonly Item[], make: (index: number) => Item): Item[] {
  return typeof items === "number"
    ? Array.from({ length: items }, (_, index) => make(index))
    : structuredClone([...items]);
}

function makeUser(random: Random, index: number, roles: readonly MockRole[]): UserV1 {
  const [owner] = roles;
  if (index === 0) {
    return { ...OWNER, permissions: owner ? [permission(owner, { id: WORKSPACE_ID, type: "WORKSPACE" })] : [] };
  }
  const first = FIRST_NAMES[integerBelow(random, FIRST_NAMES.length)] ?? "";
  const last = LAST_NAMES[integerBelow(random, LAST_NAMES.length)] ?? "";
  const user = {
    id: createId(random),
    name: `${first} ${last}`,
    email: `${first}.${last}.${index}@example.com`.toLowerCase(),
  };
  // `permissions` is optional in the API, so some users have no such property.
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
  const round = Math.floor(index / GROUP_NAMES.length);
  const name = `${GROUP_NAMES[index % GROUP_NAMES.length]}${round === 0 ? "" : ` ${round + 1}`}`;
  return { id: createId(random), name, userIds: users.filter(() => random() < 0.15).map(({ id }) => id) };
}
