import type { QueryClient } from "@tanstack/react-query";

/** Waits until no query is being fetched. */
export function untilIdle(queryClient: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = queryClient.getQueryCache().subscribe(check);
    check();

    function check() {
      if (queryClient.isFetching() > 0) return;
      unsubscribe();
      resolve();
    }
  });
}
