import type { Workspace } from "../../workspace.ts";
import type { Review } from "../comparison/review.ts";

/** A review in this browser, without its snapshots. */
export interface SavedReview extends Pick<Review, "reviewedBy" | "marks"> {
  readonly id: string;
  readonly takenAt: string;
  readonly workspace: Workspace;
}

const DATABASE = "access-review";
const SNAPSHOTS = "snapshots";
const MARKS = "marks";

/** Returns the ID of a review. Reviews of the same snapshots have the same ID. */
export function reviewId({ before, after }: Pick<Review, "before" | "after">): string {
  return JSON.stringify([after.workspace, before?.takenAt, after.takenAt]);
}

/** Saves the decisions of a review, and its snapshots if they are not saved yet. Rejects if the browser has no storage left. */
export async function saveReview({ before, after, reviewedBy, marks }: Review): Promise<void> {
  const id = reviewId({ before, after });
  await withStores("readwrite", (snapshots, saved) => {
    const count = snapshots.count(id);
    count.addEventListener("success", () => {
      if (count.result === 0) snapshots.put({ before, after }, id);
    });
    const { takenAt, workspace } = after;
    return saved.put({ id, takenAt, workspace, reviewedBy, marks } satisfies SavedReview, id);
  });
}

/** Lists the saved reviews. */
export function listSavedReviews(): Promise<SavedReview[]> {
  return withStores("readonly", (_, saved) => saved.getAll() as IDBRequest<SavedReview[]>);
}

/** Loads a saved review with its snapshots. */
export async function loadReview({ id, reviewedBy, marks }: SavedReview): Promise<Review> {
  const snapshots = await withStores(
    "readonly",
    (store) => store.get(id) as IDBRequest<Pick<Review, "before" | "after">>,
  );
  return { ...snapshots, reviewedBy, marks };
}

/** Deletes a saved review. */
export async function deleteReview(id: string): Promise<void> {
  await withStores("readwrite", (snapshots, saved) => {
    snapshots.delete(id);
    return saved.delete(id);
  });
}

/** Runs a transaction. Resolves with the result of the request when the transaction is complete. */
async function withStores<Result>(
  mode: IDBTransactionMode,
  run: (snapshots: IDBObjectStore, marks: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openDatabase();
  try {
    const transaction = database.transaction([SNAPSHOTS, MARKS], mode);
    const request = run(transaction.objectStore(SNAPSHOTS), transaction.objectStore(MARKS));
    return await new Promise((resolve, reject) => {
      transaction.addEventListener("complete", () => resolve(request.result));
      transaction.addEventListener("abort", () => reject(transaction.error));
    });
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener("upgradeneeded", () => {
      request.result.createObjectStore(SNAPSHOTS);
      request.result.createObjectStore(MARKS);
    });
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}
