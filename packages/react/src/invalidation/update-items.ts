import type { PaginationOutput } from "@segment-iam/client";

/** A page with its items in the property `Name`. */
type PageWith<Name extends string, Item> = Record<Name, Item[]> & { pagination: PaginationOutput };

/**
 * Changes the items of pages. Adjusts `totalEntries` by the number of items added or removed.
 *
 * Only items on loaded pages change the total, because it is unknown which items the other pages contain.
 */
export function updateItems<Name extends string, Item, Page extends PageWith<Name, Item>>(
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
  return changed.map((page) => addToTotal(page, added));
}

function addToTotal<Page extends { pagination: PaginationOutput }>(page: Page, added: number): Page {
  const { pagination } = page;
  if (pagination.totalEntries === undefined) return page;
  return { ...page, pagination: { ...pagination, totalEntries: pagination.totalEntries + added } };
}
