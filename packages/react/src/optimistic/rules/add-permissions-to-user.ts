import { addPermissionsToUser, type PermissionResourceV1, type PermissionV1, type UserV1 } from "@segment-iam/client";
import type { Optimistic } from "../../query/mutation-options-of.ts";
import { changeOneUser, changeUser } from "../change-user.ts";
import { nameRoles } from "../name-roles.ts";
import { optimisticRule, type OptimisticWrite } from "../optimistic-rule.ts";

type Write = OptimisticWrite<"addPermissionsToUser">;

/**
 * Shows a user with further permissions, in lists and in the user's own answer. A role that is held already gains the resources.
 *
 * The API may answer with the added permissions or with all of them: adding those to what is held comes to the same.
 */
export const optimisticAddPermissionsToUser: Optimistic<"addPermissionsToUser"> = /* @__PURE__ */ optimisticRule(
  addPermissionsToUser,
  {
    listUsers: (pages, write) => changeUser(pages, write.variables.userId, addIn(write)),
    getUser: (answers, write) => changeOneUser(answers, addIn(write)),
  },
);

function addIn({ variables, answer }: Write) {
  return (user: UserV1, held: readonly PermissionV1[]): UserV1 => {
    const added: readonly PermissionV1[] = answer?.permissions ?? nameRoles(variables.permissions, held);
    return { ...user, permissions: added.reduce(merge, user.permissions ?? []) };
  };
}

function merge(held: readonly PermissionV1[], added: PermissionV1): PermissionV1[] {
  const known = held.find(({ roleId }) => roleId === added.roleId);
  if (!known) return [...held, added];
  const kept = known.resources.filter((resource) => !added.resources.some((other) => isSame(resource, other)));
  const merged = { ...known, resources: [...kept, ...added.resources] };
  return held.map((permission) => (permission === known ? merged : permission));
}

function isSame(one: PermissionResourceV1, other: PermissionResourceV1): boolean {
  return one.id === other.id && one.type === other.type;
}
