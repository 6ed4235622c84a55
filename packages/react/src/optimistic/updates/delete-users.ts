import { deleteUsers } from "@segment-iam/client";
import { updateItems } from "../../invalidation/update-items.ts";
import { createOptimisticUpdate } from "../create-optimistic-update.ts";
import type { OptimisticUpdate } from "../types.ts";

/**
 * Removes users from lists of users, and empties the lists of groups of these users.
 *
 * The cached details of a removed user do not change until the write succeeds. They are then removed from the cache.
 */
export const optimisticDeleteUsers: OptimisticUpdate<"deleteUsers"> = /* @__PURE__ */ createOptimisticUpdate(
  deleteUsers,
  {
    listUsers: (pages, { variables: { userIds } }) =>
      updateItems(pages, "users", (users) => users.filter(({ id }) => !userIds.includes(id))),
    listUserGroupsFromUser: (pages, { variables: { userIds } }, { userId }) =>
      userIds.includes(userId) ? updateItems(pages, "groups", () => []) : pages,
  },
);
