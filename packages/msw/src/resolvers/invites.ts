import type { InvitePermissionV1, InviteV1, PermissionV1, UserV1 } from "@segment-iam/types";
import type { MockState } from "../mock-state.ts";
import { createId, createRandom, seedOf } from "../random.ts";
import { HttpError, invalidField, notFound, throwAll } from "../response/http-error.ts";
import { checkPermissions, mergePermissions } from "./permissions.ts";
import type { Resolvers } from "./resolver.ts";
import { slicePage } from "./slice-page.ts";

/** Resolvers for invites. */
export const inviteResolvers: Resolvers = {
  listInvites({ pagination }, { state }) {
    const page = slicePage(state.invites, pagination);
    return { invites: page.items.map(({ email }) => email), pagination: page.pagination };
  },

  createInvites({ invites }, { state, assumptions }) {
    const taken = new Set([...state.users, ...state.invites].map(({ email }) => email.toLowerCase()));
    const accepted: InviteV1[] = [];
    const problems: HttpError[] = [];
    for (const [index, invite] of invites.entries()) {
      const { email, permissions = [] } = invite;
      const field = `invites.${index}`;
      problems.push(...checkEmail(email, `${field}.email`));
      problems.push(...checkPermissions(state, permissions, `${field}.permissions`));
      if (!taken.has(email.toLowerCase())) {
        taken.add(email.toLowerCase());
        accepted.push(invite);
      } else if (assumptions.inviteExisting !== "ignore") {
        problems.push(alreadyInvited(assumptions.inviteExisting, email, `${field}.email`));
      }
    }
    throwAll(problems);
    state.invites.push(...accepted);
    return { emails: accepted.map(({ email }) => email) };
  },

  deleteInvites({ emails }, { state, assumptions }) {
    const invited = new Set(state.invites.map(({ email }) => email.toLowerCase()));
    if (assumptions.deleteUnknown === "fail") {
      throwAll(
        emails.flatMap((email, index) =>
          invited.has(email.toLowerCase())
            ? []
            : [notFound(`The invite for ${email} was not found`, `emails.${index}`)],
        ),
      );
    }
    const deleted = new Set(emails.map((email) => email.toLowerCase()));
    state.invites = state.invites.filter(({ email }) => !deleted.has(email.toLowerCase()));
    return { status: "SUCCESS" };
  },
};

/** Returns a 422 for text that is not an email address. This is an assumption: the spec defines a plain string. */
function checkEmail(email: string, field: string): HttpError[] {
  return /^[^\s@]+@[^\s@]+$/.test(email) ? [] : [invalidField(field, "must be a valid email")];
}

function alreadyInvited(status: number, email: string, field: string): HttpError {
  const message = `${email} already has an invite or belongs to a user`;
  return new HttpError(status, [{ type: status === 409 ? "conflict" : "input-validation", message, field }]);
}

/**
 * Turns an invite into a user with the permissions of the invite. The API has no such operation: the person accepts by email.
 *
 * @throws {Error} if the address has no invite.
 */
export function acceptInvite(state: MockState, email: string): UserV1 {
  const invite = state.invites.find((candidate) => candidate.email.toLowerCase() === email.toLowerCase());
  if (invite === undefined)
    throw new Error(`No invite found for ${email}; the workspace has ${state.invites.length} invites`);
  const user: UserV1 = {
    id: createId(createRandom(seedOf(invite.email))),
    name: invite.email.split("@")[0] ?? "",
    email: invite.email,
    permissions: mergePermissions((invite.permissions ?? []).map((permission) => toUserPermission(state, permission))),
  };
  state.invites = state.invites.filter((other) => other !== invite);
  state.users.push(user);
  return user;
}

function toUserPermission({ roles, workspaceId }: MockState, permission: InvitePermissionV1): PermissionV1 {
  const { roleId, resources, labels } = permission;
  return {
    roleId,
    roleName: roles.find(({ id }) => id === roleId)?.name ?? roleId,
    // The scope of a role without resources is undocumented. The mock assumes the whole workspace.
    resources: resources ?? [{ id: workspaceId, type: "WORKSPACE" }],
    ...(labels && { labels }),
  };
}
