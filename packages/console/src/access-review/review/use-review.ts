import { useState } from "react";
import type { Decision, Review } from "../comparison/review.ts";
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
  /** Records that all changes are exported. `close` then deletes the review from this browser. */
  markExported(): void;
  /** Deletes the review from this browser if it is exported. */
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
    markExported: () => setExported(true),
    close() {
      // Without storage, there is nothing to delete.
      if (isExported) deleteReview(reviewId(review)).catch(() => {});
    },
  };
}
