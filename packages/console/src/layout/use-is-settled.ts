import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** Leaves time to render the response. */
const RENDER_DELAY_MS = 200;
/** For pages without requests. */
const MAX_DELAY_MS = 2_000;

/** Returns whether the first request has ended. Code that the first list does not need loads afterwards. */
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
