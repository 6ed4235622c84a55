import type { InviteV1, UserV1 } from "@segment-iam/types";
import { isRecord } from "./contract.ts";
import { createRandom } from "./random.ts";
import { createGrants, type Grants, type MockRole } from "./seed/create-grants.ts";
import { generateGroups, type MockGroup } from "./seed/generate-groups.ts";
import { generateUsers } from "./seed/generate-users.ts";

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

/** The initial contents of a workspace: the number of items to generate, or the items themselves. A snapshot is valid as options. */
export interface SeedOptions {
  /** The seed for generated items. The same seed generates the same items. @default 1 */
  readonly seed?: number | undefined;
  /** The ID of the workspace. @default a fixed ID */
  readonly workspaceId?: string | undefined;
  /** The users. The first generated user is a workspace owner with a fixed ID. @default 1_000 */
  readonly users?: number | readonly UserV1[] | undefined;
  /** The pending invites. @default 25 */
  readonly invites?: number | readonly InviteV1[] | undefined;
  /** The user groups. Generated groups contain some of the users. @default 12 */
  readonly groups?: number | readonly MockGroup[] | undefined;
  /** The roles that permissions can refer to. Generated owners have the first role. @default seven roles, "Workspace Owner" first */
  readonly roles?: readonly MockRole[] | undefined;
}

/** The roles of a new workspace. The first ID comes from the API's documentation. The others are invented. */
const DEFAULT_ROLES: readonly MockRole[] = [
  { id: "1WDUuRLxv84rrfCNUwvkrRtkxnS", name: "Workspace Owner" },
  { id: "1WDUuS6dQwYdzGbXrJtpVn8cMkL", name: "Workspace Member" },
  { id: "1WDUuTq3HfKpZ5xWvBnRy2sDgTj", name: "Source Admin" },
  { id: "1WDUuUzN7LmRc4kVhXtQ9wYbFpE", name: "Source Read-only" },
  { id: "1WDUuVa8JsGxD6nPqKyZf3rWmHt", name: "Warehouse Admin" },
  { id: "1WDUuWe5TbMvS2jLdRgNk7cXqYz", name: "Function Admin" },
  { id: "1WDUuXg4RpCwB9hMfTyJd6sVnKq", name: "Unify and Engage Admin" },
];

/** Creates the state of a workspace. Copies the given items, so that a reset restores them. */
export function seedState({
  seed = 1,
  workspaceId = "9aQ1Lj62S4bomZKLF4DPqW",
  users = 1_000,
  invites = 25,
  groups = 12,
  roles = DEFAULT_ROLES,
}: SeedOptions): MockState {
  const random = createRandom(seed);
  const grants = createGrants(random, roles, workspaceId);
  const seededUsers = typeof users === "number" ? generateUsers(users, random, grants) : copy(users);
  return {
    workspaceId,
    users: seededUsers,
    invites: typeof invites === "number" ? generateInvites(invites, grants) : copy(invites),
    groups: typeof groups === "number" ? generateGroups(groups, random, seededUsers) : copy(groups),
    roles: copy(roles),
  };
}

/** Copies the contents of a workspace. */
export function copyState({ workspaceId, users, invites, groups, roles }: MockState): MockState {
  return { workspaceId, users: copy(users), invites: copy(invites), groups: copy(groups), roles: copy(roles) };
}

/** Copies JSON data. It is several times faster than `structuredClone`. */
function copy<Item>(value: readonly Item[]): Item[];
function copy(value: unknown): unknown;
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => copy(item));
  if (!isRecord(value)) return value;
  const copied = { ...value };
  for (const name of Object.keys(copied)) copied[name] = copy(copied[name]);
  return copied;
}

function generateInvites(count: number, { member }: Grants): InviteV1[] {
  return Array.from({ length: count }, (_, index) => ({
    email: `invited.${index + 1}@example.com`,
    permissions: member().map(({ roleId, resources }) => ({ roleId, resources })),
  }));
}
