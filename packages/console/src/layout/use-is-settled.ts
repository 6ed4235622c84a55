import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** The delay after the first response, for it to render. */
const RENDER_DELAY_MS = 200;
/** The maximum delay on a page without requests. */
const MAX_DELAY_MS = 2_000;

/** Returns whether the first response had time to render, or 2 seconds have passed without one. Code that the first list does not need loads then. */
export function useIsSettled(): boolean {
  const queryClient = useQueryClient();
  const [isSettled, setSettled] = useState(() => hasResponse(queryClient));
  useEffect(() => {
    const settle = () => setSettled(true);
    let timer = setTimeout(settle, MAX_DELAY_MS);
    const unsubscribe = queryClient.getQueryCache().subscribe(() => {
      if (!hasResponse(queryClient)) return;
      unsubscribe();
      clearTimeout(timer);
      timer = setTimeout(settle, RENDER_DELAY_MS);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [queryClient]);
  return isSettled;
}

function hasResponse(queryClient: QueryClient): boolean {
  const queries = queryClient.getQueryCache().getAll();
  return queries.some(({ state }) => state.status !== "pending");
}
