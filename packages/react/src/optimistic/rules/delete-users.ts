import { deleteUsers } from "@segment-iam/client";
import type { Optimistic } from "../../query/mutation-options-of.ts";
import { changeItems } from "../change-items.ts";
import { optimisticRule } from "../optimistic-rule.ts";

/**
 * Takes removed users out of the lists of users, and their groups from them.
 *
 * A removed user's own answer stays: that there is none can only be said by the server, after the write.
 */
export const optimisticDeleteUsers: Optimistic<"deleteUsers"> = /* @__PURE__ */ optimisticRule(deleteUsers, {
  listUsers: (pages, { variables: { userIds } }) =>
    changeItems(pages, "users", (users) => users.filter(({ id }) => !userIds.includes(id))),
  listUserGroupsFromUser: (pages, { variables: { userIds } }, { userId }) =>
    userIds.includes(userId) ? changeItems(pages, "groups", () => []) : pages,
});
