import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAccessFile } from "../read-access-file.ts";
import { parseCsvTable } from "../snapshot/csv-table.ts";
import { anySnapshot, roleOn, snapshotOf } from "../test-utils/snapshots.ts";
import { compareSnapshots } from "./compare-snapshots.ts";
import { reviewToCsv } from "./review-csv.ts";
import { reviewToJson } from "./review-json.ts";
import { countReview, listReviewRows, type Mark, type Review } from "./review.ts";
import { showReviewRows } from "./show-review-rows.ts";
import { describeRow } from "./describe-access.ts";

const exportedAt = "2026-11-29T09:00:00.000Z";
const rowsOf = ({ before, after }: Review) => listReviewRows(after, before ? compareSnapshots(before, after) : []);
const revoked: Mark = { decision: "revoke", note: "=left the team", markedAt: exportedAt };

const review: Review = {
  before: snapshotOf({ gone: [roleOn("r", "s1")], more: [], same: [roleOn("q")] }, ["old@x"]),
  after: snapshotOf({ more: [roleOn("r", "s1")], same: [roleOn("q")], late: [roleOn("q")] }, ["new@x"]),
  reviewedBy: "Grace",
  marks: new Map([["user more", revoked]]),
};

describe("the rows of a review", () => {
  it("lists changes first, then everyone else", () => {
    expect(rowsOf(review).map(({ kind, key }) => [kind, key])).toEqual([
      ["new", "user late"],
      ["gained", "user more"],
      ["gone", "user gone"],
      ["invited", "invite new@x"],
      ["inviteGone", "invite old@x"],
      ["unchanged", "user same"],
    ]);
  });

  it("lists current access if there is no earlier snapshot", () => {
    const rows = rowsOf({ ...review, before: undefined });
    expect(rows.map(({ kind }) => kind)).toEqual(["unchanged", "unchanged", "unchanged", "unchanged"]);
    expect(rows.map(describeRow)).toContainEqual(["Role r on source s1"]);
  });

  it("describes each change in a sentence", () => {
    expect(rowsOf(review).map(describeRow)).toEqual([
      ["New user", "Gained Role q"],
      ["Gained Role r on source s1"],
      ["No longer a user", "Lost Role r on source s1"],
      ["Invited, not accepted yet"],
      ["Invite accepted or withdrawn"],
      ["Role q"],
    ]);
  });

  it("counts kinds and decisions", () => {
    const { byKind, byDecision, undecided } = countReview(rowsOf(review), review.marks);
    expect(byKind).toEqual({
      new: 1,
      gained: 1,
      changed: 0,
      lost: 0,
      gone: 1,
      invited: 1,
      inviteGone: 1,
      unchanged: 1,
    });
    expect([byDecision, undecided]).toEqual([{ approved: 0, revoke: 1, followUp: 0 }, 5]);
  });
});

it.each([
  ["", ["late", "more", "gone", "new@x", "old@x"]],
  ["kind=all", ["late", "more", "gone", "new@x", "old@x", "same"]],
  ["kind=gained", ["more"]],
  ["kind=nonsense", ["late", "more", "gone", "new@x", "old@x"]],
  ["role=r", ["more", "gone"]],
  ["role=q&kind=all", ["late", "same"]],
  ["decision=revoke", ["more"]],
  ["decision=none&role=r", ["gone"]],
  ["q=ROLE+more@", ["more"]],
  ["q=s1", ["more", "gone"]],
  ["q=zzz", []],
])("shows the rows that match ?%s", (search, expected) => {
  const shown = showReviewRows(rowsOf(review), review.marks, new URLSearchParams(search), true);
  expect(shown.map(({ userId, email }) => userId ?? email)).toEqual(expected);
});

it("finds a name with accents by a search without them", () => {
  const rows = rowsOf({ ...review, before: undefined, after: snapshotOf({ zoë: [], bo: [] }) });
  const shown = showReviewRows(rows, new Map(), new URLSearchParams("q=NAME+zoe"), false);
  expect(shown.map(({ userId }) => userId)).toEqual(["zoë"]);
});

describe("the export of a review", () => {
  it("restores the review from its JSON", () => {
    const mark = fc.record(
      { decision: fc.constantFrom("approved", "revoke", "followUp"), note: fc.string() },
      { requiredKeys: ["note"] },
    );
    fc.assert(
      fc.property(
        anySnapshot,
        fc.option(anySnapshot, { nil: undefined }),
        fc.infiniteStream(mark),
        (after, before, stream) => {
          const unmarked: Review = { ...(before && { before }), after, reviewedBy: "Ada", marks: new Map() };
          const rows = rowsOf(unmarked);
          const marks = new Map(
            rows.map(({ key }) => [key, { ...(stream.next().value as Omit<Mark, "markedAt">), markedAt: exportedAt }]),
          );
          const exported = { ...unmarked, marks };
          const text = JSON.stringify(reviewToJson(exported, rows, exportedAt));
          expect(parseAccessFile(text)).toEqual({ kind: "review", review: exported });
        },
      ),
    );
  });

  it("lists every change, decision and ID in JSON", () => {
    expect(reviewToJson(review, rowsOf(review), exportedAt)).toMatchObject({
      reviewedBy: "Grace",
      takenAt: { before: review.before?.takenAt, after: review.after.takenAt },
      totals: { byKind: { gained: 1 }, byDecision: { revoke: 1 } },
      changes: [{}, { kind: "gained", userId: "more", gained: [roleOn("r", "s1")] }, {}, {}, {}],
      marks: [{ key: "user more", userId: "more", email: "more@example.com", ...revoked }],
    });
  });

  it("has a CSV row for each role, with the change, the decision and IDs", () => {
    const [source, ...records] = parseCsvTable(reviewToCsv(review, rowsOf(review), exportedAt));
    expect(source).toMatchObject({ record: "review", reviewed_by: "Grace", after_taken_at: review.after.takenAt });
    const cells = records.map((row) => [
      row["record"],
      row["user_id"],
      row["access_change"],
      row["role_id"],
      row["decision"],
    ]);
    expect(cells).toEqual([
      ["access", "late", "gained", "q", ""],
      ["access", "more", "gained", "r", "revoke"],
      ["access", "gone", "lost", "r", ""],
      ["invite", "", "", "", ""],
      ["invite", "", "", "", ""],
      ["access", "same", "kept", "q", ""],
    ]);
    expect(reviewToCsv(review, rowsOf(review), exportedAt)).toContain("'=left the team");
  });
});
