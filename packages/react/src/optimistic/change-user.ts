import type { GetUserData, ListUsersData, PermissionV1, UserV1 } from "@segment-iam/client";
import { changeItems } from "./change-items.ts";

/** Another user in place of the one with this ID, in lists of users. */
export function changeUser(
  pages: readonly ListUsersData[],
  userId: string,
  change: (user: UserV1, held: readonly PermissionV1[]) => UserV1,
): readonly ListUsersData[] {
  return changeItems(pages, "users", (users) => {
    const held = users.flatMap(({ permissions = [] }) => permissions);
    return users.map((user) => (user.id === userId ? change(user, held) : user));
  });
}

/** The same for the user's own answer. */
export function changeOneUser(
  answers: readonly GetUserData[],
  change: (user: UserV1, held: readonly PermissionV1[]) => UserV1,
): readonly GetUserData[] {
  return answers.map((answer) => ({ ...answer, user: change(answer.user, answer.user.permissions ?? []) }));
}
