import type { InfiniteData } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { addFetchedPage } from "./optimistic-query.ts";

const list = (...pages: string[]): InfiniteData<string> => ({ pages, pageParams: pages.map((page) => page.charAt(0)) });

it.each([
  ["after the others", list("a", "b"), list("A", "B", "c"), false, list("a", "b", "c")],
  ["before the others", list("b", "c"), list("a", "B", "C"), true, list("a", "b", "c")],
  ["in place of the first of as many as may be", list("a", "b"), list("B", "c"), false, list("b", "c")],
  ["in place of the last of as many as may be", list("b", "c"), list("a", "B"), true, list("a", "b")],
  ["to none", list(), list("a"), false, list("a")],
])("adds a page %s, which stay as they are", (_where, base, fetched, isFirst, expected) => {
  const { pages } = addFetchedPage(base, fetched, isFirst, (all) => all);
  expect(pages).toEqual(expected.pages);
});

const update = (all: InfiniteData<string>) => ({ ...all, pages: all.pages.map((page) => `${page}!`) });

it("brings all pages up to date when there was none to fetch", () => {
  expect(addFetchedPage(list("a", "b"), list("a", "b"), false, update).pages).toEqual(["a!", "b!"]);
});

it.each([
  [false, list("a", "b"), list("a", "b", "c"), ["a!", "b!", "c"]],
  [true, list("b", "c"), list("a", "b", "c"), ["a", "b!", "c!"]],
])("brings the older pages up to date, and leaves the new one (first: %j)", (isFirst, base, fetched, pages) => {
  expect(addFetchedPage(base, fetched, isFirst, update).pages).toEqual(pages);
});
