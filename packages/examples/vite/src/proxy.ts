import { addPermissionsToUser, deleteUsers, getUser, listUsers, replacePermissionsForUser } from "@segment-iam/client";
import { createIamProxy } from "@segment-iam/proxy";
import { isAdmin } from "./session.ts";

export const proxy = createIamProxy({
  // A function, so that the server can start without the token.
  token: () => process.env["SEGMENT_TOKEN"],
  baseUrl: process.env["SEGMENT_URL"],
  allow: [listUsers, getUser, deleteUsers, addPermissionsToUser, replacePermissionsForUser],
  authorize: isAdmin,
  onError: (error) => console.error(error),
});
