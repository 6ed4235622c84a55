import fc from "fast-check";
import { createSnapshot, type AccessEntry, type Snapshot, type SnapshotUser } from "../snapshot/snapshot.ts";

/** The source of a snapshot, for tests. */
export const source = {
  takenAt: "2026-11-02T08:30:00.000Z",
  workspace: { kind: "mock", id: "w1" },
  apiVersion: "1.0.0",
  toolVersion: "0.0.0",
  hasGroups: true,
} as const;

/** Creates a snapshot with the given access of users, by user ID. */
export function snapshotOf(
  users: Readonly<Record<string, readonly AccessEntry[] | undefined>>,
  invites: string[] = [],
): Snapshot {
  const list = Object.entries(users).map(([id, access]) => ({
    id,
    name: `Name ${id}`,
    email: `${id}@example.com`,
    access,
  }));
  return createSnapshot(source, list, invites);
}

/** Access to a source, or to nothing without an ID. */
export function roleOn(roleId: string, sourceId?: string): AccessEntry {
  const role = { roleId, roleName: `Role ${roleId}` };
  return sourceId === undefined ? role : { ...role, resourceType: "SOURCE", resourceId: sourceId };
}

// Text that a spreadsheet or a parser could change: formulas, delimiters, quotes, spaces and line breaks.
const text = fc.oneof(fc.string({ unit: fc.constantFrom(..."=+-@'\",;\t\r\n \0a1é＝") }), fc.string());
// Few IDs, so that snapshots have users in common.
const id = fc.constantFrom("a", "b", "c", "=d", " e", "");
const labels = fc.array(fc.record({ key: text, value: text }), { minLength: 1, maxLength: 2 });
const resource = fc.record({
  resourceType: fc.constantFrom("SOURCE", "WORKSPACE"),
  resourceId: id,
  resourceLabels: fc.option(labels, { nil: undefined }),
});
const access: fc.Arbitrary<AccessEntry> = fc
  .tuple(
    fc.record({ roleId: id, roleName: text, labels: fc.option(labels, { nil: undefined }) }),
    fc.option(resource, { nil: undefined }),
  )
  .map(([role, on]) => withoutUndefined({ ...role, ...on }));
const user: fc.Arbitrary<SnapshotUser> = fc.record({
  id,
  name: text,
  email: text,
  access: fc.array(access, { maxLength: 4 }),
  groups: fc.array(fc.record({ id, name: text }), { maxLength: 3 }),
});

/** The parts of a snapshot, in any order. */
export const snapshotParts = fc.tuple(
  fc.uniqueArray(user, { selector: ({ id }) => id, maxLength: 6 }),
  fc.array(text, { maxLength: 3 }),
);

/** Any snapshot with groups and known access. */
export const anySnapshot = snapshotParts.map(([users, invites]) => createSnapshot(source, users, invites));

function withoutUndefined(entry: AccessEntry): AccessEntry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as unknown as AccessEntry;
}
