import type { DataOf, Operation, PagedOperationId } from "@segment-iam/client";
import { pageTotal } from "@segment-iam/helpers/pagination";
import type { ItemPages, Pages } from "./pages.ts";

/**
 * Makes the `select` of an operation's infinite queries. It is made once for each, and what it gives is plain data, so TanStack Query
 * runs it only when a page has changed, and shares with the result before all that has not.
 */
export function selectItems<Id extends PagedOperationId>({
  page: name = "",
}: Operation<Id>): (data: Pages<DataOf<Id>>) => ItemPages<Id> {
  return (data) => {
    // The descriptor names the member that has the type's items; the generator vouches for the pair.
    const items = data.pages.flatMap((page) => (page as Record<string, unknown>)[name] as ItemPages<Id>["items"]);
    return { ...data, items, totalEntries: pageTotal(data.pages.at(-1)) };
  };
}
