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
  /** Sorted by {@link accessKey}. `undefined` if the API did not return the permissions. */
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
  const byId = new Map(Array.from(users, (user) => [user.id, user]));
  const sorted = Array.from(byId.values(), (user) => normalizeUser(user, source.hasGroups)).toSorted((a, b) =>
    compareText(a.id, b.id),
  );
  const emails = [...new Set(invites)].toSorted(compareText);
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
    ...(access && { access: sortUnique(access, accessKey) }),
    ...(hasGroups && { groups: sortUnique(groups, (group) => group.id) }),
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

/** Identifies access: role, resource and labels. The name of a role is not part of it, so renaming a role is not a change of access. */
export function accessKey({ roleId, resourceType = "", resourceId = "", labels, resourceLabels }: AccessEntry): string {
  const key = `${roleId}\0${resourceType}\0${resourceId}`;
  return labels || resourceLabels ? `${key}\0${formatLabels(labels)}\0${formatLabels(resourceLabels)}` : key;
}

/** Writes labels as `environment=production&team=data`. */
export function formatLabels(labels: readonly Label[] = []): string {
  return new URLSearchParams(labels.map(({ key, value }) => [key, value])).toString();
}

/** Reads labels that {@link formatLabels} wrote. */
export function parseLabels(text: string): Label[] {
  return Array.from(new URLSearchParams(text), ([key, value]) => ({ key, value }));
}

function sortUnique<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  return Array.from(byKey)
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([, item]) => item);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
