import type { JsonReader } from "../snapshot/json-reader.ts";
import { readDate, readSnapshotJson, snapshotToJson } from "../snapshot/snapshot-json.ts";
import { decisions, REVIEW_FORMAT, countReview, type Mark, type Review, type ReviewRow } from "./review.ts";

/**
 * Returns the content of a review file, for `JSON.stringify`. It contains both snapshots, so that it can be verified and continued.
 * `totals` and `changes` are derived from the review, for people who read the file.
 */
export function reviewToJson(review: Review, rows: readonly ReviewRow[], exportedAt: string): object {
  return {
    format: REVIEW_FORMAT,
    exportedAt,
    reviewedBy: review.reviewedBy,
    workspace: review.after.workspace,
    takenAt: { before: review.before?.takenAt, after: review.after.takenAt },
    totals: countReview(rows, review.marks),
    changes: rows
      .filter(({ kind }) => kind !== "unchanged")
      .map(({ key: _key, access: _access, groups: _groups, ...change }) => change),
    marks: rows.flatMap(({ key, userId, email }) => {
      const mark = review.marks.get(key);
      return mark ? [{ key, userId, email, ...mark }] : [];
    }),
    before: review.before && snapshotToJson(review.before),
    after: snapshotToJson(review.after),
  };
}

/** Reads a review. @throws {FileProblem} if a value is missing or unexpected */
export function readReviewJson(json: JsonReader): Review {
  const before = json.get("before").optional(readSnapshotJson);
  return {
    ...(before && { before }),
    after: readSnapshotJson(json.get("after")),
    reviewedBy: json.get("reviewedBy").string(),
    marks: new Map(json.get("marks").list(readMark)),
  };
}

function readMark(json: JsonReader): [key: string, mark: Mark] {
  const decision = json.get("decision").optional((value) => value.oneOf(decisions));
  return [
    json.get("key").string(),
    {
      ...(decision && { decision }),
      note: json.get("note").string(),
      markedAt: readDate(json.get("markedAt")),
    },
  ];
}
