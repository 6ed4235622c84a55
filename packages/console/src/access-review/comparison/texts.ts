import type { Decision, RowKind } from "./review.ts";

/** The texts that describe changes and decisions. */
export const texts = {
  kind: {
    new: "New",
    gone: "Gone",
    gained: "Gained",
    lost: "Lost",
    changed: "Changed",
    invited: "Invited",
    inviteGone: "Invite gone",
    unchanged: "Unchanged",
  } satisfies Record<RowKind, string>,
  decision: { approved: "Approved", revoke: "Revoke", followUp: "Needs follow-up" } satisfies Record<Decision, string>,

  line: {
    gained: (access: string) => `Gained ${access}`,
    lost: (access: string) => `Lost ${access}`,
    joined: (group: string) => `Joined group ${group}`,
    left: (group: string) => `Left group ${group}`,
    email: (before: string, after: string) => `Email changed from ${before} to ${after}`,
    new: "New user",
    gone: "No longer a user",
    invited: "Invited, not accepted yet",
    inviteGone: "Invite accepted or withdrawn",
    pending: "Pending invite",
    noAccess: "No roles",
    unknownAccess: "No roles returned",
    on: (role: string, resource: string) => `${role} on ${resource}`,
    workspace: "the workspace",
    labels: (labels: string) => ` (${labels})`,
    member: (group: string) => `Member of ${group}`,
  },
};
