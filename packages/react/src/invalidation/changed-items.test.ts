import fc from "fast-check";
import { expect, it } from "vitest";
import { itemIdsOf, mergePage, removeItems, type AnyPage } from "./changed-items.ts";

const users = { itemsField: "users", idField: "id", input: "userId" };

function page(ids: readonly string[], cursor = "", version = 1): AnyPage {
  const items = ids.map((id) => ({ id, version }));
  return { users: items, pagination: { current: cursor, next: `after ${cursor}` } } as unknown as AnyPage;
}

it("updates the items of a page from the fetched page, and keeps its order and cursors", () => {
  const pages = [page(["a", "b"], "1"), page(["c", "d"], "2")];
  const merged = mergePage(pages, 0, page(["new", "b", "a"], "other", 2), users, new Set("b"));
  expect(merged).toEqual(page(["a", "b"], "1", 2));
});

it("adds new items and cursors to the last page", () => {
  const pages = [page(["a", "b"], "1"), page(["c", "d"], "2")];
  const merged = mergePage(pages, 1, page(["b", "d", "e"], "other", 2), users, new Set());
  expect(merged && itemIdsOf(merged, users)).toEqual(["c", "d", "e"]);
  expect(merged?.pagination).toEqual({ current: "other", next: "after other" });
});

it("never loses a loaded item and never shows an item twice, whatever page was fetched", () => {
  const ids = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { minLength: 1 });
  const loaded = ids.chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length), fc.nat(all.length)));
  fc.assert(
    fc.property(loaded, ids, fc.nat(2), ([all, one, other], fetched, at) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const pages = [page(all.slice(0, from)), page(all.slice(from, to)), page(all.slice(to))];
      const merged = mergePage(pages, at, page(fetched), users, new Set()) ?? page([]);
      const isMerged = itemIdsOf(merged, users).length > 0;
      const shown = pages.with(at, isMerged ? merged : (pages[at] ?? merged)).flatMap((each) => itemIdsOf(each, users));
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown).toEqual(expect.arrayContaining(all));
    }),
  );
});

it.each([
  ["lacks a changed item of the page", 0, ["a", "c"]],
  ["shares no item with the loaded pages, so that items in between may be missing", 1, ["f", "g"]],
  ["is empty", 1, []],
])("returns undefined if the fetched page %s", (_case, at, fetched) => {
  const pages = [page(["a", "b"]), page(["c", "d"])];
  expect(mergePage(pages, at, page(fetched), users, new Set("b"))).toBeUndefined();
});

it("removes items from a list of IDs", () => {
  const pages = [{ emails: ["a@x", "b@x"], pagination: { current: "", totalEntries: 9 } } as unknown as AnyPage];
  const changed = { itemsField: "emails", input: "emails" };
  expect(removeItems(pages, changed, new Set(["a@x"]))).toEqual([
    { emails: ["b@x"], pagination: { current: "", totalEntries: 8 } },
  ]);
  expect(removeItems(pages, changed, new Set(["c@x"]))).toBe(pages);
});
