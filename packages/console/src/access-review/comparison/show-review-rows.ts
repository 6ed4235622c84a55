import { normalizeText, splitWords } from "../../normalize-text.ts";
import { decisions, rowKinds, type Marks, type ReviewRow } from "./review.ts";

/** The value of the kind filter for all rows, with and without a change. */
export const ALL_ROWS = "all";

/** The value of the decision filter for rows without a decision. */
export const UNDECIDED = "none";

/**
 * Filters rows by the parameters `kind`, `role`, `decision` and `q`. Each word of `q` must occur in the name, the email address or the access
 * of a row, or be the ID of the user or of a resource.
 *
 * @param isCompared whether there is an earlier snapshot. Then only changes are shown by default
 */
export function showReviewRows(
  rows: readonly ReviewRow[],
  marks: Marks,
  params: URLSearchParams,
  isCompared: boolean,
): readonly ReviewRow[] {
  const kind = rowKinds.find((name) => name === params.get("kind"));
  const isShowingAll = params.get("kind") === ALL_ROWS || !isCompared;
  const role = params.get("role");
  const decision = params.get("decision");
  const words = splitWords(params.get("q") ?? "");
  return rows.filter(
    (row) =>
      (kind === undefined ? isShowingAll || row.kind !== "unchanged" : row.kind === kind) &&
      (!role || accessOf(row).some(({ roleId }) => roleId === role)) &&
      hasDecision(marks.get(row.key)?.decision, decision) &&
      (words.length === 0 || hasWords(row, words)),
  );
}

/** Returns the access to search: the changes of a changed row, and all access of another row. */
function accessOf({ kind, gained, lost, access = [] }: ReviewRow) {
  return kind === "unchanged" ? access : [...gained, ...lost];
}

function hasDecision(decision: string | undefined, wanted: string | null): boolean {
  if (wanted === UNDECIDED) return decision === undefined;
  return !decisions.some((name) => name === wanted) || decision === wanted;
}

function hasWords(row: ReviewRow, words: readonly string[]): boolean {
  const access = accessOf(row);
  const texts = [row.name, row.email, row.emailBefore, ...access.map(({ roleName }) => roleName)];
  const groups = [...row.joined, ...row.left].map(({ name }) => name);
  const text = normalizeText([...texts, ...groups].join("\n"));
  const ids = [row.userId, ...access.map(({ resourceId }) => resourceId)].map((id) => id?.toLowerCase());
  return words.every((word) => text.includes(word) || ids.includes(word));
}
