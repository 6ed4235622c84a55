import {
  accessKey,
  type AccessEntry,
  type Snapshot,
  type SnapshotGroup,
  type SnapshotUser,
} from "../snapshot/snapshot.ts";

/** How a user or an invite changed between two snapshots. `changed`: the user both gained and lost access, or has a new email address. */
export type ChangeKind = "new" | "gone" | "gained" | "lost" | "changed" | "invited" | "inviteGone";

/** The change of a user or an invite. */
export interface AccessChange {
  readonly kind: ChangeKind;
  /** The user's ID; `undefined` for an invite. */
  readonly userId?: string | undefined;
  /** The name and the email address in the later snapshot that has the user. */
  readonly name: string;
  readonly email: string;
  /** The email address in the earlier snapshot, if it differs. */
  readonly emailBefore?: string | undefined;
  readonly gained: readonly AccessEntry[];
  readonly lost: readonly AccessEntry[];
  /** The groups that the user joined. Empty if one of the snapshots has no groups. */
  readonly joined: readonly SnapshotGroup[];
  readonly left: readonly SnapshotGroup[];
}

type AccessDifference = Pick<AccessChange, "gained" | "lost" | "joined" | "left">;

const nothing: readonly never[] = [];

/**
 * Compares two snapshots. Users are matched by ID, roles by role ID, and invites by email address.
 *
 * Unknown access counts as no access, so that a removal is never missed. Names are not access.
 */
export function compareSnapshots(before: Snapshot, after: Snapshot): AccessChange[] {
  const hasGroups = before.hasGroups && after.hasGroups;
  const remaining = new Map(before.users.map((user) => [user.id, user]));
  const changes: AccessChange[] = [];
  for (const user of after.users) {
    const earlier = remaining.get(user.id);
    remaining.delete(user.id);
    const change = earlier
      ? compareUser(earlier, user, hasGroups)
      : toChange("new", user, allOf(user, "gained", hasGroups));
    if (change) changes.push(change);
  }
  for (const user of remaining.values()) changes.push(toChange("gone", user, allOf(user, "lost", hasGroups)));
  return [...changes, ...compareInvites(before.invites, after.invites)];
}

function compareUser(before: SnapshotUser, after: SnapshotUser, hasGroups: boolean): AccessChange | undefined {
  const { access: accessBefore = nothing } = before;
  const { access: accessAfter = nothing } = after;
  const { groups: groupsBefore = nothing } = before;
  const { groups: groupsAfter = nothing } = after;
  const difference = {
    gained: missingIn(accessBefore, accessAfter, accessKey),
    lost: missingIn(accessAfter, accessBefore, accessKey),
    joined: hasGroups ? missingIn(groupsBefore, groupsAfter, groupKey) : nothing,
    left: hasGroups ? missingIn(groupsAfter, groupsBefore, groupKey) : nothing,
  };
  const kind = kindOf(difference, before.email !== after.email);
  if (kind === undefined) return undefined;
  return toChange(kind, after, difference, before.email === after.email ? undefined : before.email);
}

function kindOf({ gained, lost, joined, left }: AccessDifference, hasNewEmail: boolean): ChangeKind | undefined {
  const hasMore = gained.length + joined.length > 0;
  const hasLess = lost.length + left.length > 0;
  if (hasNewEmail || (hasMore && hasLess)) return "changed";
  if (hasMore) return "gained";
  return hasLess ? "lost" : undefined;
}

/** Returns the items of `to` that are not in `from`. */
function missingIn<Item>(from: readonly Item[], to: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  if (to.length === 0) return nothing;
  const known = new Set(from.map(keyOf));
  return to.filter((item) => !known.has(keyOf(item)));
}

function groupKey({ id }: SnapshotGroup): string {
  return id;
}

/** Returns all access of a user as gained or lost. */
function allOf({ access = nothing, groups = nothing }: SnapshotUser, as: "gained" | "lost", hasGroups: boolean) {
  const memberships = hasGroups ? groups : nothing;
  return as === "gained"
    ? { gained: access, lost: nothing, joined: memberships, left: nothing }
    : { gained: nothing, lost: access, joined: nothing, left: memberships };
}

function toChange(
  kind: ChangeKind,
  { id, name, email }: SnapshotUser,
  difference: AccessDifference,
  emailBefore?: string,
): AccessChange {
  return { kind, userId: id, name, email, ...(emailBefore !== undefined && { emailBefore }), ...difference };
}

function compareInvites(before: readonly string[], after: readonly string[]): AccessChange[] {
  return [
    ...missingIn(before, after, String).map((email) => toInvite("invited", email)),
    ...missingIn(after, before, String).map((email) => toInvite("inviteGone", email)),
  ];
}

function toInvite(kind: "invited" | "inviteGone", email: string): AccessChange {
  return { kind, name: "", email, gained: nothing, lost: nothing, joined: nothing, left: nothing };
}
