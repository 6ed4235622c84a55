import { Stack } from "@mantine/core";
import { useState } from "react";
import { Page } from "../layout/page.tsx";
import type { Review } from "./comparison/review.ts";
import { listSavedReviews, reviewId } from "./review/review-storage.ts";
import { ReviewView } from "./review/review-view.tsx";
import { CompareCard } from "./start/compare-card.tsx";
import { OpenReviewCard } from "./start/open-review-card.tsx";
import { SavedReviews } from "./start/saved-reviews.tsx";
import { TakeSnapshotCard } from "./start/take-snapshot-card.tsx";
import { texts } from "./texts.ts";

/** Takes snapshots of who has access, compares them, and records the decisions of a reviewer. */
export function AccessReviewPage() {
  const [review, setReview] = useState<Review>();

  /** Starts a review, or continues it if this browser keeps a review of the same snapshots. */
  async function start(started: Review) {
    // Without storage, there is nothing to continue.
    const saved = await listSavedReviews().catch(() => []);
    const { reviewedBy, marks } = saved.find(({ id }) => id === reviewId(started)) ?? started;
    setReview({ ...started, reviewedBy, marks });
  }

  if (review) {
    return <ReviewView key={reviewId(review)} initialReview={review} onClose={() => setReview(undefined)} />;
  }
  return (
    <Page title={texts.title} description={texts.description}>
      <Stack maw={860}>
        <SavedReviews onOpen={setReview} />
        <TakeSnapshotCard />
        <CompareCard onStart={(started) => void start(started)} />
        <OpenReviewCard onOpen={setReview} />
      </Stack>
    </Page>
  );
}
