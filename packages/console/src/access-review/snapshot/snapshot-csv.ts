import { formatCsvTable, parseCsvTable, type CsvRecord } from "./csv-table.ts";
import { JsonReader } from "./json-reader.ts";
import { readSnapshotJson } from "./snapshot-json.ts";
import {
  formatLabels,
  parseLabels,
  SNAPSHOT_FORMAT,
  type AccessEntry,
  type Snapshot,
  type SnapshotGroup,
  type SnapshotUser,
} from "./snapshot.ts";

/** The columns of a user's access, also used by the CSV file of a review. */
export const accessColumns = [
  "user_id",
  "name",
  "email",
  "role_id",
  "role_name",
  "resource_type",
  "resource_id",
  "labels",
  "resource_labels",
  "group_id",
  "group_name",
] as const;

/** The columns of the first row, which describes the snapshot. */
const sourceColumns = [
  "format",
  "taken_at",
  "workspace_kind",
  "workspace_id",
  "region",
  "api_version",
  "tool_version",
  "has_groups",
  "stated_users",
  "users",
  "access",
  "groups",
  "invites",
] as const;

const columns = ["record", ...accessColumns, ...sourceColumns] as const;

type Row = CsvRecord<(typeof columns)[number]>;

/**
 * Writes a snapshot as CSV. The column `record` states what a row is: `snapshot` for the first row, `access` for a user's role on a
 * resource, `group` for a membership, `user` for a user without access, `unknown` for a user whose access is unknown, and `invite`.
 */
export function snapshotToCsv(snapshot: Snapshot): string {
  const { workspace, counts, statedUsers } = snapshot;
  const source: Row = {
    record: "snapshot",
    format: SNAPSHOT_FORMAT,
    taken_at: snapshot.takenAt,
    workspace_kind: workspace.kind,
    workspace_id: workspace.id,
    region: workspace.region,
    api_version: snapshot.apiVersion,
    tool_version: snapshot.toolVersion,
    has_groups: String(snapshot.hasGroups),
    stated_users: statedUsers === undefined ? undefined : String(statedUsers),
    users: String(counts.users),
    access: String(counts.access),
    groups: String(counts.groups),
    invites: String(counts.invites),
  };
  const invites = snapshot.invites.map((email): Row => ({ record: "invite", email }));
  return formatCsvTable(columns, [source, ...snapshot.users.flatMap(userToRecords), ...invites]);
}

function userToRecords({ id, name, email, access, groups = [] }: SnapshotUser): Row[] {
  const user = { user_id: id, name, email };
  const memberships = groups.map((group) => ({ record: "group", ...user, ...groupToRecord(group) }));
  if (access === undefined) return [{ record: "unknown", ...user }, ...memberships];
  if (access.length === 0) return [{ record: "user", ...user }, ...memberships];
  return [...access.map((entry) => ({ record: "access", ...user, ...accessToRecord(entry) })), ...memberships];
}

/** Returns the cells of a user's role on a resource. */
export function accessToRecord(entry: AccessEntry) {
  return {
    role_id: entry.roleId,
    role_name: entry.roleName,
    resource_type: entry.resourceType,
    resource_id: entry.resourceId,
    labels: formatLabels(entry.labels),
    resource_labels: formatLabels(entry.resourceLabels),
  };
}

/** Returns the cells of a membership. */
export function groupToRecord({ id, name }: SnapshotGroup) {
  return { group_id: id, group_name: name };
}

/** Returns whether text is the header of a snapshot in CSV. */
export function isSnapshotCsv(text: string): boolean {
  return /^"?record"?[,;\t]"?user_id"?[,;\t]/.test(text);
}

/**
 * Reads a snapshot that {@link snapshotToCsv} wrote.
 *
 * @throws {FileProblem} if the text is not such a file, or if rows are missing
 */
export function readSnapshotCsv(text: string, verifyFormat: (format: string) => void): Snapshot {
  const [source = {}, ...records] = parseCsvTable(text);
  verifyFormat(source["format"] ?? "");
  const byUser = Map.groupBy(
    records.filter(({ record }) => record !== "invite"),
    (record) => record["user_id"] ?? "",
  );
  // Spreadsheets save `true` as `TRUE`.
  const hasGroups = source["has_groups"]?.toLowerCase() === "true";
  return readSnapshotJson(
    new JsonReader({
      takenAt: source["taken_at"],
      workspace: {
        kind: source["workspace_kind"],
        id: source["workspace_id"] || undefined,
        region: source["region"] || undefined,
      },
      apiVersion: source["api_version"],
      toolVersion: source["tool_version"],
      hasGroups,
      statedUsers: source["stated_users"] ? Number(source["stated_users"]) : undefined,
      counts: {
        users: Number(source["users"]),
        access: Number(source["access"]),
        groups: Number(source["groups"]),
        invites: Number(source["invites"]),
      },
      users: Array.from(byUser.values(), (rows) => recordsToUser(rows, hasGroups)),
      invites: records.filter(({ record }) => record === "invite").map(({ email }) => email),
    }),
  );
}

function recordsToUser(records: readonly Record<string, string>[], hasGroups: boolean) {
  const [first = {}] = records;
  const ofKind = (kind: string) => records.filter(({ record }) => record === kind);
  return {
    id: first["user_id"],
    name: first["name"],
    email: first["email"],
    access: ofKind("unknown").length > 0 ? undefined : ofKind("access").map(recordToAccess),
    groups: hasGroups
      ? ofKind("group").map(({ group_id, group_name }) => ({ id: group_id, name: group_name }))
      : undefined,
  };
}

function recordToAccess(record: Record<string, string>) {
  return {
    roleId: record["role_id"],
    roleName: record["role_name"],
    // An empty ID is an ID. Only a role without resources has no type.
    ...(record["resource_type"] && { resourceType: record["resource_type"], resourceId: record["resource_id"] }),
    ...(record["labels"] && { labels: parseLabels(record["labels"]) }),
    ...(record["resource_labels"] && { resourceLabels: parseLabels(record["resource_labels"]) }),
  };
}
