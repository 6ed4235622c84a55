import { formatCount, formatEta, formatQuantity } from "../format.ts";
import type { Decision, RowKind } from "./comparison/review.ts";

const userNoun = ["user", "users"] as const;
const inviteNoun = ["pending invite", "pending invites"] as const;
const roleNoun = ["role assignment", "role assignments"] as const;

/** The texts of the access review. */
export const texts = {
  title: "Access review",
  description: "Record who has access, compare it with an earlier snapshot, and sign off",
  cancel: "Cancel",

  take: {
    title: "Take a snapshot",
    description: "Saves every user with their roles, resources and labels, and the pending invites.",
    includeGroups: "Include groups",
    groupsDuration: (users: number | undefined, durationMs: number) =>
      users === undefined
        ? "One request per user"
        : `One request per user: ${formatQuantity(users, userNoun)}, ${formatEta(durationMs)}`,
    start: "Take snapshot",
    taken: (date: string) => `Snapshot taken ${date}.`,
    again: "Take another",
    retry: "Try again",
    failed: "Could not take the snapshot",
    loadingUsers: (done: number, total: number | undefined) =>
      total === undefined
        ? `Loading users: ${formatCount(done)}`
        : `Loading users: ${formatCount(done)} of ${formatCount(total)}`,
    loadingGroups: (done: number, total: number) =>
      `Loading groups: ${formatCount(done)} of ${formatCount(total)} users`,
    loadingInvites: "Loading invites",
    progress: "Snapshot progress",
    keepsRunning: "The snapshot continues while you view other pages.",
    incomplete: (loaded: number, stated: number) =>
      `Segment reported ${formatQuantity(stated, userNoun)} but returned ${formatCount(loaded)}. Users may have changed during the snapshot. Take another one.`,
    unknownAccess: (count: number) =>
      `Segment returned no list of roles for ${formatQuantity(count, userNoun)}. They count as users without roles.`,
    downloadJson: "Download JSON",
    downloadCsv: "Download CSV",
  },

  snapshot: {
    summary: (counts: { readonly users: number; readonly access: number; readonly invites: number }) =>
      [
        formatQuantity(counts.users, userNoun),
        formatQuantity(counts.access, roleNoun),
        formatQuantity(counts.invites, inviteNoun),
      ].join(", "),
    withGroups: "with groups",
  },

  start: {
    title: "Review access",
    description: "Compare two snapshots, or review one on its own. An earlier review works as a snapshot too.",
    before: "Earlier snapshot",
    after: "Later snapshot",
    optional: "Optional. Without it, all current access is listed for review.",
    needed: "Take a snapshot above, or choose a file.",
    choose: "Choose file",
    drop: "or drop it here",
    chooseFor: (slot: string) => `Choose file: ${slot.toLowerCase()}`,
    clear: (slot: string) => `Clear ${slot.toLowerCase()}`,
    compare: "Compare",
    review: "Start review",
    reviewTitle: "Continue a review",
    open: "Open review file",
    openDescription: "Open an exported review (JSON) to continue or read it.",
    notReview: "This is a snapshot, not a review. Choose it as the earlier or the later snapshot.",
  },

  other: {
    title: "Compare different workspaces?",
    text: (before: string, after: string) =>
      `The earlier snapshot is of the ${before}. The later one is of the ${after}.`,
    reversedTitle: "The earlier snapshot is newer",
    reversed: "Access that was gained will be shown as lost. Swap the snapshots?",
    swap: "Swap",
    anyway: "Compare anyway",
  },

  saved: {
    title: (date: string) => `Unfinished review of ${date}`,
    text: (decided: number, workspace: string) =>
      `${formatQuantity(decided, ["decision", "decisions"])}, the ${workspace}`,
    continue: "Continue",
    discard: "Discard",
    notLoaded: "Could not load the review. It may have been discarded in another tab.",
    notDiscarded: "Could not discard the review",
  },

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

  /** The lines that describe a change or the access of a person. */
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

  decide: { approved: "Approve", revoke: "Revoke", followUp: "Follow up" } satisfies Record<Decision, string>,

  review: {
    close: "Close review",
    between: (before: string, after: string) => `${before} → ${after}`,
    reviewedBy: "Reviewed by",
    reviewedByHint: "Name for the export",
    exportJson: "Export JSON",
    exportCsv: "Export CSV",
    print: "Print",
    more: "More",
    noGroups: "Groups are not compared because one snapshot was taken without them.",
    notSaved: "This browser could not save the review. Export it as JSON before you leave this page.",
    rows: "People",
    shown: (shown: number, all: number, workspace: string) =>
      `${formatCount(shown)} of ${formatCount(all)} shown, ${workspace}`,
    progress: (decided: number, all: number) => `${formatCount(decided)} of ${formatCount(all)} decided`,
    noChanges: { title: "No changes", description: "Everyone has the same access as in the earlier snapshot." },
    showAll: "Show everyone",
    noResults: { title: "No results", description: "No one matches the filters." },
    search: "Search people",
    columns: { person: "Person", change: "Access", decision: "Decision" },
    undecided: "Undecided",
    clearDecision: "Clear decision",
    showRevoked: (count: number) => `Show ${formatQuantity(count, userNoun)} to revoke`,
  },

  filter: {
    kind: "Change",
    role: "Role",
    decision: "Decision",
    changes: "Changes",
    everyone: "Everyone",
    anyRole: "Any role",
    anyDecision: "Any decision",
  },

  detail: {
    changes: "Changes",
    access: "Current access",
    decision: "Decision",
    note: "Note",
    openUser: "Open user",
    markedAt: (date: string) => `Updated ${date}`,
  },

  print: {
    changes: "Changes",
    reviewed: "Reviewed without a change",
    compared: "Compared snapshots",
    exportedAt: "Printed",
    workspace: "Workspace",
    before: "Earlier snapshot",
    after: "Snapshot",
    versions: "API version, tool version",
    totals: "Totals",
    signature: "Signature and date",
    none: "None",
  },
};
