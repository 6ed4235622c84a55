import type { Snapshot } from "../snapshot/snapshot.ts";
import type { AccessChange, ChangeKind } from "./compare-snapshots.ts";
import type { AccessEntry, SnapshotGroup } from "../snapshot/snapshot.ts";

/** The format of a review file. The number is its version. */
export const REVIEW_FORMAT = "segment-iam/access-review@1";

/** The decisions of a reviewer. */
export const decisions = ["approved", "revoke", "followUp"] as const;

/** A decision of a reviewer about a user or an invite. */
export type Decision = (typeof decisions)[number];

/** The decision and the note of a reviewer. */
export interface Mark {
  /** `undefined` if only a note was written. */
  readonly decision?: Decision | undefined;
  readonly note: string;
  /** ISO 8601 in UTC. */
  readonly markedAt: string;
}

/** Marks by the key of their row. */
export type Marks = ReadonlyMap<string, Mark>;

/** A review of a snapshot. */
export interface Review {
  /** The earlier snapshot; `undefined` for a review without a comparison. */
  readonly before?: Snapshot | undefined;
  readonly after: Snapshot;
  readonly reviewedBy: string;
  readonly marks: Marks;
}

/** How a row differs from the earlier snapshot. */
export type RowKind = ChangeKind | "unchanged";

/** The order of the rows. */
export const rowKinds = [
  "new",
  "gained",
  "changed",
  "lost",
  "gone",
  "invited",
  "inviteGone",
  "unchanged",
] as const satisfies RowKind[];

/** A user or an invite in a review. */
export interface ReviewRow extends Omit<AccessChange, "kind"> {
  readonly kind: RowKind;
  /** Unique among the rows of a review, and the same in the next review. */
  readonly key: string;
  /** The access in the later snapshot; `undefined` if it is unknown or the user is gone. */
  readonly access?: readonly AccessEntry[] | undefined;
  readonly groups?: readonly SnapshotGroup[] | undefined;
}

const unchangedAccess = { gained: [], lost: [], joined: [], left: [] };

/** Lists the users and invites of a review: changes first, then by name. */
export function listReviewRows(after: Snapshot, changes: readonly AccessChange[]): ReviewRow[] {
  const users = new Map(after.users.map((user) => [user.id, user]));
  const changed = changes.map((change): ReviewRow => {
    const user = change.kind === "gone" ? undefined : users.get(change.userId ?? "");
    return { ...change, key: keyOf(change), access: user?.access, groups: user?.groups };
  });
  const changedKeys = new Set(changed.map(({ key }) => key));
  const unchanged = [
    ...after.users.map(({ id, ...user }) => ({ userId: id, ...user })),
    ...after.invites.map((email) => ({ name: "", email })),
  ]
    .map((item): ReviewRow => Object.assign({ kind: "unchanged" as const, key: keyOf(item) }, unchangedAccess, item))
    .filter(({ key }) => !changedKeys.has(key));
  return [...changed, ...unchanged]
    .map((row) => ({ row, order: rowKinds.indexOf(row.kind), text: nameRow(row).toLowerCase() }))
    .toSorted((a, b) => a.order - b.order || (a.text < b.text ? -1 : Number(a.text > b.text)))
    .map(({ row }) => row);
}

function keyOf({ userId, email }: Pick<AccessChange, "userId" | "email">): string {
  return userId === undefined ? `invite ${email}` : `user ${userId}`;
}

/** Returns the name of a user, or the email address of an invite or of a user without a name. */
export function nameRow({ name, email }: Pick<ReviewRow, "name" | "email">): string {
  return name.trim() || email;
}

/** The number of rows by kind and by decision. */
export interface ReviewTotals {
  readonly byKind: Readonly<Record<RowKind, number>>;
  readonly byDecision: Readonly<Record<Decision, number>>;
  /** The number of rows without a decision. */
  readonly undecided: number;
}

/** Counts the rows of a review. */
export function countReview(rows: readonly ReviewRow[], marks: Marks): ReviewTotals {
  const count = (name: RowKind | Decision, counts: Map<string, number>) => counts.get(name) ?? 0;
  const kinds = new Map<string, number>();
  const decided = new Map<string, number>();
  for (const { kind, key } of rows) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const decision = marks.get(key)?.decision;
    if (decision) decided.set(decision, (decided.get(decision) ?? 0) + 1);
  }
  return {
    byKind: Object.fromEntries(rowKinds.map((kind) => [kind, count(kind, kinds)])) as Record<RowKind, number>,
    byDecision: Object.fromEntries(decisions.map((name) => [name, count(name, decided)])) as Record<Decision, number>,
    undecided: rows.length - decided.values().reduce((total, value) => total + value, 0),
  };
}
