import {
  compareAccess,
  compareIds,
  compareText,
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
  /** The name and the email address, from the later snapshot unless the user is gone. */
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
 * Unknown access counts as no access, so that a removal is never missed. Changed names are ignored.
 */
export function compareSnapshots(before: Snapshot, after: Snapshot): AccessChange[] {
  const hasGroups = before.hasGroups && after.hasGroups;
  const users = compareSorted(before.users, after.users, compareIds);
  const invites = compareSorted(before.invites, after.invites, compareText);
  return [
    ...users.added.map((user) => toChange("new", user, allOf(user, "gained", hasGroups))),
    ...users.common.flatMap(([earlier, later]) => compareUser(earlier, later, hasGroups) ?? []),
    ...users.removed.map((user) => toChange("gone", user, allOf(user, "lost", hasGroups))),
    ...invites.added.map((email) => toInvite("invited", email)),
    ...invites.removed.map((email) => toInvite("inviteGone", email)),
  ];
}

function compareUser(before: SnapshotUser, after: SnapshotUser, hasGroups: boolean): AccessChange | undefined {
  const access = compareSorted(before.access ?? nothing, after.access ?? nothing, compareAccess);
  const groups = hasGroups ? compareSorted(before.groups ?? nothing, after.groups ?? nothing, compareIds) : undefined;
  const difference = {
    gained: access.added,
    lost: access.removed,
    joined: groups?.added ?? nothing,
    left: groups?.removed ?? nothing,
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

interface SortedComparison<Item> {
  readonly added: Item[];
  readonly removed: Item[];
  /** The items that are in both lists. */
  readonly common: [before: Item, after: Item][];
}

/** Compares two sorted lists without duplicates, in one pass. */
function compareSorted<Item>(
  before: readonly Item[],
  after: readonly Item[],
  compare: (a: Item, b: Item) => number,
): SortedComparison<Item> {
  const result: SortedComparison<Item> = { added: [], removed: [], common: [] };
  const remaining = before.values();
  let earlier = remaining.next().value;
  for (const item of after) {
    while (earlier !== undefined && compare(earlier, item) < 0) {
      result.removed.push(earlier);
      earlier = remaining.next().value;
    }
    if (earlier !== undefined && compare(earlier, item) === 0) {
      result.common.push([earlier, item]);
      earlier = remaining.next().value;
    } else {
      result.added.push(item);
    }
  }
  if (earlier !== undefined) result.removed.push(earlier);
  for (const item of remaining) result.removed.push(item);
  return result;
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

function toInvite(kind: "invited" | "inviteGone", email: string): AccessChange {
  return { kind, name: "", email, gained: nothing, lost: nothing, joined: nothing, left: nothing };
}
