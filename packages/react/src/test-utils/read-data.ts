import type { QueryClient } from "@tanstack/react-query";
import { withPendingWrites } from "../optimistic/with-pending-writes.ts";
import type { IamQueryKey } from "../key-of.ts";

/** Returns the data that a component with these options would show if it were mounted now. */
export function readData<Data>(
  queryClient: QueryClient,
  { queryKey }: { readonly queryKey: IamQueryKey<Data> },
): Data | undefined {
  const data = queryClient.getQueryData(queryKey);
  const { select } = withPendingWrites<{ queryKey: IamQueryKey<Data>; select?: (data: Data) => Data }>(queryClient, {
    queryKey,
  });
  return data && select ? select(data) : data;
}
