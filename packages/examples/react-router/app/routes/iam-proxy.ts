import { addPermissionsToUser, deleteUsers, getUser, listUsers, replacePermissionsForUser } from "@segment-iam/client";
import { createIamProxy } from "@segment-iam/proxy";
import { isAdmin } from "../session.server.ts";
import type { Route } from "./+types/iam-proxy.ts";

const proxy = createIamProxy({
  // A function, so that the server can start without the token.
  token: () => process.env["SEGMENT_TOKEN"],
  baseUrl: process.env["SEGMENT_URL"],
  allow: [listUsers, getUser, deleteUsers, addPermissionsToUser, replacePermissionsForUser],
  authorize: isAdmin,
  onError: (error) => console.error(error),
});

/** Handles GET. */
export const loader = ({ request }: Route.LoaderArgs) => proxy(request);

/** Handles all other methods. */
export const action = ({ request }: Route.ActionArgs) => proxy(request);
