import type { UserV1 } from "@segment-iam/types";
import type { MockState } from "../mock-state.ts";
import { notFound, throwAll } from "../response/http-error.ts";
import type { Resolvers } from "./resolver.ts";
import { slicePage } from "./slice-page.ts";

/** Resolvers for users and their groups. */
export const userResolvers: Resolvers = {
  listUsers({ pagination }, { state }) {
    const page = slicePage(state.users, pagination);
    return { users: page.items, pagination: page.pagination };
  },

  getUser({ userId }, { state }) {
    return { user: findUser(state, userId) };
  },

  deleteUsers({ userIds }, { state, assumptions }) {
    const known = new Set(state.users.map(({ id }) => id));
    if (assumptions.deleteUnknown === "fail") {
      throwAll(
        userIds.flatMap((id, index) =>
          known.has(id) ? [] : [notFound(`The user ${id} was not found`, `userIds.${index}`)],
        ),
      );
    }
    const deleted = new Set(userIds);
    state.users = state.users.filter(({ id }) => !deleted.has(id));
    for (const group of state.groups) group.userIds = group.userIds.filter((id) => !deleted.has(id));
    return { status: "SUCCESS" };
  },

  listUserGroupsFromUser({ userId, pagination }, { state }) {
    const user = findUser(state, userId);
    const groups = state.groups.filter(({ userIds }) => userIds.includes(user.id));
    const page = slicePage(groups, pagination);
    return { groups: page.items.map(({ id, name }) => ({ id, name })), pagination: page.pagination };
  },
};

/** Returns a user by ID. @throws {HttpError} 404 if the user does not exist. */
export function findUser({ users }: MockState, userId: string): UserV1 {
  const user = users.find(({ id }) => id === userId);
  if (user === undefined) throw notFound(`The user ${userId} was not found`, "userId");
  return user;
}
