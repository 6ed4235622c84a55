import type { PermissionV1, ResourceV1 } from "@segment-iam/types";
import { createId, integerBelow, type Random } from "../random.ts";

/** A role. */
export interface MockRole {
  id: string;
  name: string;
}

/** Creates plausible permissions for generated users and invites. */
export interface Grants {
  /** Returns the permissions of a workspace owner; none if the workspace has no roles. */
  owner(): PermissionV1[];
  /** Returns random permissions without the owner's role. */
  member(): PermissionV1[];
}

type ResourceType = ResourceV1["type"];

/** The type of the resources that a role applies to, by the role's name. All other roles apply to the workspace. */
const TYPES_BY_NAME: readonly (readonly [RegExp, ResourceType])[] = [
  [/source/i, "SOURCE"],
  [/warehouse/i, "WAREHOUSE"],
  [/function/i, "FUNCTION"],
  [/\bspace|unify|engage/i, "SPACE"],
];

/** The number of resources of each type. */
const RESOURCE_COUNTS: Readonly<Record<ResourceType, number>> = {
  WORKSPACE: 0,
  SOURCE: 24,
  FUNCTION: 8,
  SPACE: 6,
  WAREHOUSE: 4,
};

/** Creates the resources of a workspace, and functions that grant the roles on resources of a suitable type. */
export function createGrants(random: Random, roles: readonly MockRole[], workspaceId: string): Grants {
  const workspace: ResourceV1 = { id: workspaceId, type: "WORKSPACE" };
  const resources = Object.entries(RESOURCE_COUNTS).flatMap(([type, length]) =>
    Array.from({ length }, (): ResourceV1 => ({ id: createId(random), type: type as ResourceType })),
  );
  const [owner, ...others] = roles;
  const memberRoles = others.map((role) => {
    const type = TYPES_BY_NAME.find(([name]) => name.test(role.name))?.[1];
    return { role, resources: type ? resources.filter((resource) => resource.type === type) : [workspace] };
  });

  return {
    owner: () => (owner ? [permission(owner, [workspace])] : []),
    member: () => {
      const held: PermissionV1[] = [];
      for (const grant of memberRoles) {
        if (random() < 0.2) held.push(permission(grant.role, pick(random, grant.resources)));
      }
      return held;
    },
  };
}

/** Returns one or two different resources. */
function pick(random: Random, resources: readonly ResourceV1[]): readonly ResourceV1[] {
  const start = integerBelow(random, resources.length);
  return resources.slice(start, start + 1 + integerBelow(random, 2));
}

function permission({ id, name }: MockRole, resources: readonly ResourceV1[]): PermissionV1 {
  return {
    roleId: id,
    roleName: name,
    resources: resources.map(({ id: resourceId, type }) => ({ id: resourceId, type })),
  };
}
