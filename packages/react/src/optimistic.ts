export { updateItems } from "./invalidation/update-items.ts";
export { createOptimisticUpdate } from "./optimistic/create-optimistic-update.ts";
export type {
  OptimisticPatch,
  OptimisticPatches,
  OptimisticUpdate,
  OptimisticWrite,
  SelectOptions,
} from "./optimistic/types.ts";
export { optimisticAddPermissionsToUser } from "./optimistic/updates/add-permissions-to-user.ts";
export { optimisticCreateInvites } from "./optimistic/updates/create-invites.ts";
export { optimisticDeleteInvites } from "./optimistic/updates/delete-invites.ts";
export { optimisticDeleteUsers } from "./optimistic/updates/delete-users.ts";
export { optimisticReplacePermissionsForUser } from "./optimistic/updates/replace-permissions-for-user.ts";
export { withPendingWrites } from "./optimistic/with-pending-writes.ts";
