import {
  addPermissionsToUser,
  createInvites,
  deleteInvites,
  deleteUsers,
  getUser,
  listInvites,
  listUserGroupsFromUser,
  listUsers,
  replacePermissionsForUser,
} from "@segment-iam/client";
import { createIamProxy } from "@segment-iam/proxy";

/** The settings, which are environment variables in Node.js and bindings in a Worker. */
export interface ProxyEnvironment {
  readonly SEGMENT_TOKEN?: string | undefined;
  /** The URL of the mock. Do not set it in production. */
  readonly SEGMENT_URL?: string | undefined;
  readonly TEAM_KEY?: string | undefined;
}

const users = [listUsers, getUser, deleteUsers, listUserGroupsFromUser];
const permissions = [addPermissionsToUser, replacePermissionsForUser];
const invites = [listInvites, createInvites, deleteInvites];

/** Creates the proxy. It is the same in each framework. */
export function createProxy(env: ProxyEnvironment): (request: Request) => Promise<Response> {
  return createIamProxy({
    token: () => env.SEGMENT_TOKEN,
    baseUrl: env.SEGMENT_URL,
    healthPath: "/api/iam/health",
    allow: [...users, ...permissions, ...invites],
    // Replace this with the session check of your application.
    authorize: (request) => Boolean(env.TEAM_KEY) && request.headers.get("x-team-key") === env.TEAM_KEY,
    onError: (error) => console.error(error),
  });
}
