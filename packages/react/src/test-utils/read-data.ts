import type { QueryClient } from "@tanstack/react-query";
import type { IamQueryKey } from "../key-of.ts";
import type { SelectOptions } from "../optimistic/types.ts";
import { withPendingWrites } from "../optimistic/with-pending-writes.ts";

/** Returns the data that a component with this query would show if it were mounted now. Typed for a query without `select`. */
export function readData<Data>(
  queryClient: QueryClient,
  options: SelectOptions & { readonly queryKey: IamQueryKey<Data> },
): Data | undefined {
  const data = queryClient.getQueryData(options.queryKey);
  const { select } = withPendingWrites<SelectOptions>(queryClient, options);
  return data && select ? (select(data as never) as Data) : data;
}
