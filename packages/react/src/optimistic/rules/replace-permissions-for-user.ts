import { replacePermissionsForUser, type PermissionV1, type UserV1 } from "@segment-iam/client";
import type { Optimistic } from "../../query/mutation-options-of.ts";
import { changeOneUser, changeUser } from "../change-user.ts";
import { nameRoles } from "../name-roles.ts";
import { optimisticRule, type OptimisticWrite } from "../optimistic-rule.ts";

type Write = OptimisticWrite<"replacePermissionsForUser">;

/** Shows a user with the permissions that take the place of the old ones, in lists and in the user's own answer. */
export const optimisticReplacePermissionsForUser: Optimistic<"replacePermissionsForUser"> =
  /* @__PURE__ */ optimisticRule(replacePermissionsForUser, {
    listUsers: (pages, write) => changeUser(pages, write.variables.userId, replaceIn(write)),
    getUser: (answers, write) => changeOneUser(answers, replaceIn(write)),
  });

function replaceIn({ variables, answer }: Write) {
  return (user: UserV1, held: readonly PermissionV1[]): UserV1 => ({
    ...user,
    permissions: answer?.permissions ?? nameRoles(variables.permissions, held),
  });
}
