import type { InfiniteData } from "@tanstack/react-query";

/**
 * Adds a page that was fetched to a list, the way TanStack Query did: beside the pages there are, within `maxPages`.
 *
 * @param update brings the older pages up to date; it is shown the new one too, which stays as it was answered
 */
export function withNewPage<Page>(
  list: InfiniteData<Page>,
  { pages, pageParams }: InfiniteData<Page>,
  isFirst: boolean,
  update: (list: InfiniteData<Page>) => InfiniteData<Page>,
): InfiniteData<Page> {
  const count = pages.length;
  const isSame = count === list.pages.length && pageParams.every((one, at) => one === list.pageParams[at]);
  // There was no page to fetch.
  if (isSame) return update(list);
  const add = <Item>(items: readonly Item[], fetched: readonly Item[]) =>
    isFirst ? [...fetched.slice(0, 1), ...items].slice(0, count) : [...items, ...fetched.slice(-1)].slice(-count);
  const grown = { pages: add(list.pages, pages), pageParams: add(list.pageParams, pageParams) };
  const updated = update(grown).pages;
  return { ...grown, pages: add(isFirst ? updated.slice(1) : updated.slice(0, -1), pages) };
}
