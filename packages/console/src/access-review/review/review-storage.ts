import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Workspace } from "../../workspace.ts";
import type { Review } from "../comparison/review.ts";

/** A review in this browser, without its snapshots. */
export interface SavedReview extends Pick<Review, "reviewedBy" | "marks"> {
  readonly id: string;
  readonly takenAt: string;
  readonly workspace: Workspace;
}

interface Schema extends DBSchema {
  snapshots: { key: string; value: Pick<Review, "before" | "after"> };
  marks: { key: string; value: SavedReview };
}

/** Returns the ID of a review. Reviews of the same snapshots have the same ID. */
export function reviewId({ before, after }: Pick<Review, "before" | "after">): string {
  return JSON.stringify([after.workspace, before?.takenAt, after.takenAt]);
}

/** Saves the decisions of a review, and its snapshots if they are not saved yet. Rejects if the browser has no storage left. */
export function saveReview({ before, after, reviewedBy, marks }: Review): Promise<void> {
  return withDatabase(async (database) => {
    const id = reviewId({ before, after });
    // One transaction, so that another tab cannot delete the snapshots between the count and the write.
    const transaction = database.transaction(["snapshots", "marks"], "readwrite");
    const snapshots = transaction.objectStore("snapshots");
    const { takenAt, workspace } = after;
    await Promise.all([
      snapshots.count(id).then((count) => (count === 0 ? snapshots.put({ before, after }, id) : id)),
      transaction.objectStore("marks").put({ id, takenAt, workspace, reviewedBy, marks }, id),
      transaction.done,
    ]);
  });
}

/** Lists the saved reviews. */
export function listSavedReviews(): Promise<SavedReview[]> {
  return withDatabase((database) => database.getAll("marks"));
}

/** Loads a saved review with its snapshots. Rejects if they were deleted, for example in another tab. */
export async function loadReview({ id, reviewedBy, marks }: SavedReview): Promise<Review> {
  const snapshots = await withDatabase((database) => database.get("snapshots", id));
  if (!snapshots) throw new Error(`The snapshots of the review ${id} were deleted`);
  return { ...snapshots, reviewedBy, marks };
}

/** Deletes a saved review. */
export function deleteReview(id: string): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(["snapshots", "marks"], "readwrite");
    await Promise.all([
      transaction.objectStore("snapshots").delete(id),
      transaction.objectStore("marks").delete(id),
      transaction.done,
    ]);
  });
}

async function withDatabase<Result>(use: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
  const database = await openDB<Schema>("access-review", 1, {
    upgrade(created) {
      created.createObjectStore("snapshots");
      created.createObjectStore("marks");
    },
  });
  try {
    return await use(database);
  } finally {
    database.close();
  }
}
