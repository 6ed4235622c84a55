import { BYTE_ORDER_MARK } from "../../csv.ts";
import { downloadFile } from "../../download-file.ts";
import { reviewToCsv } from "../comparison/review-csv.ts";
import { reviewToJson } from "../comparison/review-json.ts";
import type { Review, ReviewRow } from "../comparison/review.ts";
import { nameFile } from "../start/describe-snapshot.ts";

/** Downloads a review. */
export function exportReview(review: Review, rows: readonly ReviewRow[], extension: "json" | "csv"): void {
  const exportedAt = new Date().toISOString();
  const name = nameFile("review", exportedAt, extension);
  if (extension === "csv") downloadFile(name, BYTE_ORDER_MARK + reviewToCsv(review, rows, exportedAt), "text/csv");
  else downloadFile(name, JSON.stringify(reviewToJson(review, rows, exportedAt), null, 2), "application/json");
}
