import type { UserV1 } from "@segment-iam/client";
import type { Workspace } from "../../workspace.ts";

/** The format of a snapshot file. The number is its version. */
export const SNAPSHOT_FORMAT = "segment-iam/access-snapshot@1";

/** A label of a permission or of a resource. */
export interface Label {
  readonly key: string;
  readonly value: string;
}

/** A role of a user on one resource. A role without resources has one entry without a resource. */
export interface AccessEntry {
  readonly roleId: string;
  readonly roleName: string;
  readonly resourceType?: string | undefined;
  readonly resourceId?: string | undefined;
  /** The labels of the permission. @default none */
  readonly labels?: readonly Label[] | undefined;
  /** The labels of the resource within the permission. @default none */
  readonly resourceLabels?: readonly Label[] | undefined;
}

/** A user group. */
export interface SnapshotGroup {
  readonly id: string;
  readonly name: string;
}

/** A user and their access. */
export interface SnapshotUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Sorted by {@link compareAccess}. `undefined` if the API did not return the permissions. */
  readonly access?: readonly AccessEntry[] | undefined;
  /** Sorted by ID. `undefined` if the snapshot was taken without groups. */
  readonly groups?: readonly SnapshotGroup[] | undefined;
}

/** When and from where a snapshot was taken. */
export interface SnapshotSource {
  /** ISO 8601 in UTC. */
  readonly takenAt: string;
  readonly workspace: Workspace;
  /** The version of the API document. */
  readonly apiVersion: string;
  /** The version of the segment-iam packages. */
  readonly toolVersion: string;
  readonly hasGroups: boolean;
  /** The number of users that the API stated; `undefined` if it stated none. */
  readonly statedUsers?: number | undefined;
}

/** The number of items in a snapshot. */
export interface SnapshotCounts {
  readonly users: number;
  readonly access: number;
  readonly groups: number;
  readonly invites: number;
}

/** The users of a workspace, their access, and the pending invites at one time. */
export interface Snapshot extends SnapshotSource {
  readonly counts: SnapshotCounts;
  /** Sorted by ID. */
  readonly users: readonly SnapshotUser[];
  /** The email addresses of the pending invites, sorted. */
  readonly invites: readonly string[];
}

/** Creates a snapshot. Sorts and counts its items, and drops duplicates, so that the order of the input does not matter. */
export function createSnapshot(
  source: SnapshotSource,
  users: Iterable<SnapshotUser>,
  invites: Iterable<string>,
): Snapshot {
  const sorted = sortUnique(
    Array.from(users, (user) => normalizeUser(user, source.hasGroups)),
    compareIds,
  );
  const emails = sortUnique([...invites], compareText);
  return {
    ...source,
    counts: {
      users: sorted.length,
      access: sorted.reduce((total, { access = [] }) => total + access.length, 0),
      groups: sorted.reduce((total, { groups = [] }) => total + groups.length, 0),
      invites: emails.length,
    },
    users: sorted,
    invites: emails,
  };
}

function normalizeUser({ id, name, email, access, groups = [] }: SnapshotUser, hasGroups: boolean): SnapshotUser {
  return {
    id,
    name,
    email,
    ...(access && { access: sortUnique(access, compareAccess) }),
    ...(hasGroups && { groups: sortUnique(groups, compareIds) }),
  };
}

/** Converts a user of the API. */
export function toSnapshotUser(
  { id, name, email, permissions }: UserV1,
  groups?: readonly SnapshotGroup[],
): SnapshotUser {
  return {
    id,
    name,
    email,
    ...(permissions && { access: permissions.flatMap(toAccessEntries) }),
    ...(groups && { groups: groups.map(({ id, name }) => ({ id, name })) }),
  };
}

function toAccessEntries({
  roleId,
  roleName,
  labels,
  resources,
}: NonNullable<UserV1["permissions"]>[number]): AccessEntry[] {
  const role = { roleId, roleName, ...toLabels("labels", labels) };
  if (resources.length === 0) return [role];
  return resources.map(({ id, type, labels }) => ({
    ...role,
    resourceType: type,
    resourceId: id,
    ...toLabels("resourceLabels", labels),
  }));
}

function toLabels(field: "labels" | "resourceLabels", labels: readonly Label[] = []): Partial<AccessEntry> {
  if (labels.length === 0) return {};
  const plain = labels.map(({ key, value }) => ({ key, value }));
  return { [field]: plain.toSorted((a, b) => compareText(a.key, b.key) || compareText(a.value, b.value)) };
}

/**
 * Orders access by role, resource and labels. Entries are equal if all of these are equal. The name of a role is not compared, so renaming a
 * role is not a change of access.
 */
export function compareAccess(a: AccessEntry, b: AccessEntry): number {
  return (
    compareText(a.roleId, b.roleId) ||
    compareText(a.resourceType ?? "", b.resourceType ?? "") ||
    compareText(a.resourceId ?? "", b.resourceId ?? "") ||
    compareLabels(a.labels, b.labels) ||
    compareLabels(a.resourceLabels, b.resourceLabels)
  );
}

function compareLabels(a: readonly Label[] | undefined, b: readonly Label[] | undefined): number {
  return a === b ? 0 : compareText(formatLabels(a), formatLabels(b));
}

/** Orders users and groups by ID. */
export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

/** Writes labels as `environment=production&team=data`. */
export function formatLabels(labels: readonly Label[] = []): string {
  return new URLSearchParams(labels.map(({ key, value }) => [key, value])).toString();
}

/** Reads labels that {@link formatLabels} wrote. */
export function parseLabels(text: string): Label[] {
  return Array.from(new URLSearchParams(text), ([key, value]) => ({ key, value }));
}

/** Sorts items. Of equal items, keeps the last one. */
function sortUnique<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Item[] {
  const sorted = items.toSorted(compare);
  return sorted.filter((item, index) => {
    const next = sorted[index + 1];
    return next === undefined || compare(item, next) !== 0;
  });
}

/** Orders texts by code units. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
