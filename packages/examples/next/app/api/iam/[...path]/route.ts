import { addPermissionsToUser, deleteUsers, getUser, listUsers, replacePermissionsForUser } from "@segment-iam/client";
import { createIamProxy } from "@segment-iam/proxy";
import { isAdmin } from "../../../session.ts";

const proxy = createIamProxy({
  // A function, because `next build` imports this module without the token.
  token: () => process.env["SEGMENT_TOKEN"],
  baseUrl: process.env["SEGMENT_URL"],
  allow: [listUsers, getUser, deleteUsers, addPermissionsToUser, replacePermissionsForUser],
  authorize: isAdmin,
  onError: (error) => console.error(error),
});

// Every method of the operations in `allow`.
export { proxy as DELETE, proxy as GET, proxy as POST, proxy as PUT };
