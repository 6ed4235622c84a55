import type { InviteV1 } from "@segment-iam/types";
import type { MockState } from "../mock-state.ts";
import { ApiFailure, invalid, notFound } from "../response/api-failure.ts";
import { pageOf } from "../response/page-of.ts";
import type { Behaviours } from "./behaviour.ts";

/** Invites, by the email address they were sent to. */
export const inviteBehaviours: Behaviours = {
  listInvites({ pagination }, { state }) {
    const page = pageOf(state.invites, pagination);
    return { invites: page.items.map(({ email }) => email), pagination: page.pagination };
  },

  createInvites({ invites }, { state, assumptions }) {
    const taken = new Set([...state.users, ...state.invites].map(({ email }) => email.toLowerCase()));
    const accepted: InviteV1[] = [];
    for (const [index, invite] of invites.entries()) {
      const field = `invites.${index}.email`;
      checkEmail(invite.email, field);
      checkRoles(state, invite, index);
      if (!taken.has(invite.email.toLowerCase())) {
        taken.add(invite.email.toLowerCase());
        accepted.push(invite);
      } else if (assumptions.inviteExisting !== "ignore") {
        throw existing(assumptions.inviteExisting, invite.email, field);
      }
    }
    state.invites.push(...accepted);
    return { emails: accepted.map(({ email }) => email) };
  },

  deleteInvites({ emails }, { state, assumptions }) {
    const invited = new Set(state.invites.map(({ email }) => email.toLowerCase()));
    const missing = emails.findIndex((email) => !invited.has(email.toLowerCase()));
    if (missing !== -1 && assumptions.deleteUnknown === "fail") {
      throw notFound(`There is no invite for ${emails[missing]}`, `emails.${missing}`);
    }
    const withdrawn = new Set(emails.map((email) => email.toLowerCase()));
    state.invites = state.invites.filter(({ email }) => !withdrawn.has(email.toLowerCase()));
    return { status: "SUCCESS" };
  },
};

/** The spec only says that it is a string; that the API wants an address is a guess. */
function checkEmail(email: string, field: string): void {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw invalid(field, "must be a valid email");
}

function checkRoles({ roles }: MockState, { permissions = [] }: InviteV1, invite: number): void {
  for (const [index, { roleId }] of permissions.entries()) {
    if (roles.some(({ id }) => id === roleId)) continue;
    throw notFound(`The role ${roleId} was not found`, `invites.${invite}.permissions.${index}.roleId`);
  }
}

function existing(status: number, email: string, field: string): ApiFailure {
  const message = `${email} already has an invite or belongs to a user`;
  return new ApiFailure(status, [{ type: status === 409 ? "conflict" : "input-validation", message, field }]);
}
