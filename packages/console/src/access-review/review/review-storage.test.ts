import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "../../test-utils/open-console.ts";
import { approveFirstRow, startReview } from "../test-utils/start-review.ts";

const open = useBrowser();

/**
 * Deletes all saved reviews, as another tab could, in a transaction that follows the next count.
 *
 * @returns a function that resolves to the number of reviews after that
 */
async function deleteAfterNextCount(page: Page): Promise<() => Promise<number>> {
  const handle = await page.evaluateHandle(async () => {
    const opened = indexedDB.open("access-review");
    const database = await new Promise<IDBDatabase>((resolve) => {
      opened.addEventListener("success", () => resolve(opened.result));
    });
    const { promise: left, resolve } = Promise.withResolvers<number>();
    const { count } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.count = function countThenDelete(query) {
      const counted = count.call(this, query);
      const deletion = database.transaction(["snapshots", "marks"], "readwrite");
      for (const name of deletion.objectStoreNames) deletion.objectStore(name).clear();
      deletion.addEventListener("complete", () => {
        const keys = database.transaction("marks").objectStore("marks").getAllKeys();
        keys.addEventListener("success", () => resolve(keys.result.length));
      });
      return counted;
    };
    return { left };
  });
  return () => handle.evaluate(({ left }) => left);
}

it("saves no review without its snapshots if another tab deletes the review at the same time", async () => {
  const { page, url } = await open({ mock: { users: 3, invites: 0 } });
  await startReview(page, url);
  await approveFirstRow(page);
  const countLeft = await deleteAfterNextCount(page);
  await page.getByRole("textbox", { name: "Reviewed by" }).fill("Grace Hopper");
  expect(await countLeft()).toBe(0);
});
