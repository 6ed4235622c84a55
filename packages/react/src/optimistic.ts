export { updateItems } from "./optimistic/update-items.ts";
export { optimisticRule } from "./optimistic/optimistic-rule.ts";
export type { OptimisticPatch, OptimisticPatches, OptimisticWrite } from "./optimistic/pending-update.ts";
export { optimisticAddPermissionsToUser } from "./optimistic/rules/add-permissions-to-user.ts";
export { optimisticCreateInvites } from "./optimistic/rules/create-invites.ts";
export { optimisticDeleteInvites } from "./optimistic/rules/delete-invites.ts";
export { optimisticDeleteUsers } from "./optimistic/rules/delete-users.ts";
export { optimisticReplacePermissionsForUser } from "./optimistic/rules/replace-permissions-for-user.ts";
export type { Optimistic } from "./query/mutation-options-of.ts";
