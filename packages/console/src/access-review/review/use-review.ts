import { useState } from "react";
import { downloadCsv, downloadJson } from "../../files/download-file.ts";
import { reviewToCsv } from "../comparison/review-csv.ts";
import { reviewToJson } from "../comparison/review-json.ts";
import type { Decision, Review, ReviewRow } from "../comparison/review.ts";
import { nameFile } from "../start/describe-snapshot.ts";
import { deleteReview, reviewId, saveReview } from "./review-storage.ts";

/** A review, and functions that change it. Each change is saved in this browser. */
export interface ReviewSession {
  readonly review: Review;
  /** Whether the browser could not store the last change. */
  readonly isSaveFailed: boolean;
  setReviewedBy(name: string): void;
  /** Sets the decision about rows, or clears it. Keeps their notes. */
  decide(keys: Iterable<string>, decision: Decision | undefined): void;
  setNote(key: string, note: string): void;
  /** Downloads the review. */
  download(rows: readonly ReviewRow[], extension: "json" | "csv"): void;
  /** Deletes the review from this browser if all changes are exported as JSON. */
  close(): void;
}

/** Returns a review, and the functions that change it. */
export function useReview(initialReview: Review): ReviewSession {
  const [review, setReview] = useState(initialReview);
  const [isExported, setExported] = useState(false);
  const [isSaveFailed, setSaveFailed] = useState(false);

  function change(next: Review) {
    setReview(next);
    setExported(false);
    saveReview(next).then(
      () => setSaveFailed(false),
      () => setSaveFailed(true),
    );
  }

  function mark(keys: Iterable<string>, values: { decision?: Decision | undefined; note?: string }) {
    const marks = new Map(review.marks);
    const markedAt = new Date().toISOString();
    for (const key of keys) {
      const { decision, note } = { note: "", ...marks.get(key), ...values };
      if (decision === undefined && note === "") marks.delete(key);
      else marks.set(key, { ...(decision && { decision }), note, markedAt });
    }
    change({ ...review, marks });
  }

  return {
    review,
    isSaveFailed,
    setReviewedBy: (reviewedBy) => change({ ...review, reviewedBy }),
    decide: (keys, decision) => mark(keys, { decision }),
    setNote: (key, note) => mark([key], { note }),
    download(rows, extension) {
      const exportedAt = new Date().toISOString();
      const name = nameFile("review", exportedAt, extension);
      if (extension === "csv") {
        downloadCsv(name, reviewToCsv(review, rows, exportedAt));
      } else {
        downloadJson(name, reviewToJson(review, rows, exportedAt));
        setExported(true);
      }
    },
    close() {
      // Without storage, there is nothing to delete.
      if (isExported) deleteReview(reviewId(review)).catch(() => {});
    },
  };
}
