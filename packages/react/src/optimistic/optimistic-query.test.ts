import type { InfiniteData } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { addFetchedPage } from "./optimistic-query.ts";

const list = (...pages: string[]): InfiniteData<string> => ({ pages, pageParams: pages.map((page) => page.charAt(0)) });

it.each([
  ["after the loaded pages", list("a", "b"), list("A", "B", "c"), false, list("a", "b", "c")],
  ["before the loaded pages", list("b", "c"), list("a", "B", "C"), true, list("a", "b", "c")],
  ["and drops the first page beyond maxPages", list("a", "b"), list("B", "c"), false, list("b", "c")],
  ["and drops the last page beyond maxPages", list("b", "c"), list("a", "B"), true, list("a", "b")],
  ["to an empty list", list(), list("a"), false, list("a")],
])("adds a page %s", (_where, loaded, fetched, isBackward, expected) => {
  const { pages } = addFetchedPage(loaded, fetched, isBackward, (all) => all);
  expect(pages).toEqual(expected.pages);
});

const update = (all: InfiniteData<string>) => ({ ...all, pages: all.pages.map((page) => `${page}!`) });

it("updates all pages if none was fetched", () => {
  expect(addFetchedPage(list("a", "b"), list("a", "b"), false, update).pages).toEqual(["a!", "b!"]);
});

it.each([
  [false, list("a", "b"), list("a", "b", "c"), ["a!", "b!", "c"]],
  [true, list("b", "c"), list("a", "b", "c"), ["a", "b!", "c!"]],
])("updates the loaded pages but not the fetched one (backward: %j)", (isBackward, loaded, fetched, pages) => {
  expect(addFetchedPage(loaded, fetched, isBackward, update).pages).toEqual(pages);
});
