import { formatCsvTable, type CsvRecord } from "../snapshot/csv-table.ts";
import { accessColumns, accessToRecord, groupToRecord } from "../snapshot/snapshot-csv.ts";
import { REVIEW_FORMAT, type Review, type ReviewRow } from "./review.ts";

const columns = [
  "record",
  "user_change",
  "access_change",
  ...accessColumns,
  "email_before",
  "decision",
  "note",
  "marked_at",
  "format",
  "before_taken_at",
  "after_taken_at",
  "workspace_kind",
  "workspace_id",
  "region",
  "reviewed_by",
  "exported_at",
  "api_version",
  "tool_version",
] as const;

type Row = CsvRecord<(typeof columns)[number]>;

/**
 * Writes a review as CSV. The first row describes the review. Then each user has one row for each role on a resource and each group, with
 * `gained`, `lost` or `kept` in the column `access_change`. Users without access and invites have one row.
 */
export function reviewToCsv(review: Review, rows: readonly ReviewRow[], exportedAt: string): string {
  const { before, after, reviewedBy } = review;
  const source: Row = {
    record: "review",
    format: REVIEW_FORMAT,
    before_taken_at: before?.takenAt,
    after_taken_at: after.takenAt,
    workspace_kind: after.workspace.kind,
    workspace_id: after.workspace.id,
    region: after.workspace.region,
    reviewed_by: reviewedBy,
    exported_at: exportedAt,
    api_version: after.apiVersion,
    tool_version: after.toolVersion,
  };
  return formatCsvTable(columns, [source, ...rows.flatMap((row) => rowToRecords(row, review))]);
}

function rowToRecords(row: ReviewRow, { marks }: Review): Row[] {
  const { kind, key, userId, name, email, emailBefore, gained, lost, joined, left, access = [], groups = [] } = row;
  const mark = marks.get(key);
  const common: Row = {
    user_change: kind,
    user_id: userId,
    name,
    email,
    email_before: emailBefore,
    decision: mark?.decision,
    note: mark?.note,
    marked_at: mark?.markedAt,
  };
  const gainedEntries = new Set(gained);
  const joinedGroups = new Set(joined);
  const details: Row[] = [
    ...access.map((entry) => toAccess(entry, gainedEntries.has(entry) ? "gained" : "kept")),
    ...lost.map((entry) => toAccess(entry, "lost")),
    ...groups.map((group) => toGroup(group, joinedGroups.has(group) ? "gained" : "kept")),
    ...left.map((group) => toGroup(group, "lost")),
  ];
  const record = userId === undefined ? "invite" : "user";
  return details.length > 0 ? details.map((detail) => Object.assign(detail, common)) : [{ record, ...common }];
}

function toAccess(entry: Parameters<typeof accessToRecord>[0], change: string): Row {
  return { record: "access", access_change: change, ...accessToRecord(entry) };
}

function toGroup(group: Parameters<typeof groupToRecord>[0], change: string): Row {
  return { record: "group", access_change: change, ...groupToRecord(group) };
}
