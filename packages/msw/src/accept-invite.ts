import type { InviteV1, PermissionV1, UserV1 } from "@segment-iam/types";
import type { MockState } from "./mock-state.ts";
import { createId, createRandom, seedOf } from "./seed/random.ts";

/**
 * Makes a user of an invite, with the permissions it carries. The API has no operation for this: it happens when the person accepts.
 *
 * @throws {Error} when the address has no invite.
 */
export function acceptInvite(state: MockState, email: string): UserV1 {
  const invite = state.invites.find((candidate) => candidate.email.toLowerCase() === email.toLowerCase());
  if (invite === undefined)
    throw new Error(`There is no invite for ${email}; the workspace has ${state.invites.length}`);
  const user: UserV1 = {
    id: createId(createRandom(seedOf(invite.email))),
    name: invite.email.split("@")[0] ?? "",
    email: invite.email,
    permissions: (invite.permissions ?? []).map((permission) => grant(state, permission)),
  };
  state.invites = state.invites.filter((other) => other !== invite);
  state.users.push(user);
  return user;
}

type InvitePermission = NonNullable<InviteV1["permissions"]>[number];

function grant({ roles, workspaceId }: MockState, { roleId, resources, labels }: InvitePermission): PermissionV1 {
  return {
    roleId,
    roleName: roles.find(({ id }) => id === roleId)?.name ?? roleId,
    // What a role covers without resources is not known; the whole workspace is a guess.
    resources: resources ?? [{ id: workspaceId, type: "WORKSPACE" }],
    ...(labels && { labels }),
  };
}
