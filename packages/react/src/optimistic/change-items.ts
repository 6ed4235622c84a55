import type { PaginationOutput } from "@segment-iam/client";

/** A page whose items are in the member of that name. */
type PageWith<Name extends string, Item> = Record<Name, Item[]> & { pagination: PaginationOutput };

/**
 * Changes the items of pages, and their `totalEntries` by as many as came or went.
 *
 * Items on pages that are not here are not counted: whether the total has them already cannot be told.
 */
export function changeItems<Name extends string, Item, Page extends PageWith<Name, Item>>(
  pages: readonly (Page & PageWith<Name, Item>)[],
  name: Name,
  change: (items: readonly Item[], page: Page) => Item[],
): readonly Page[] {
  let added = 0;
  const changed = pages.map((page) => {
    const items = change(page[name], page);
    added += items.length - page[name].length;
    const isSame = items.length === page[name].length && items.every((item, at) => item === page[name][at]);
    return isSame ? page : { ...page, [name]: items };
  });
  if (added === 0) return changed.every((page, at) => page === pages[at]) ? pages : changed;
  return changed.map((page) => withMore(page, added));
}

function withMore<Page extends { pagination: PaginationOutput }>(page: Page, added: number): Page {
  const { pagination } = page;
  if (pagination.totalEntries === undefined) return page;
  return { ...page, pagination: { ...pagination, totalEntries: pagination.totalEntries + added } };
}
