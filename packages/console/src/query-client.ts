import { QueryClient, useQueryClient } from "@tanstack/react-query";
import { isUnreachable } from "./feedback/explain-failure.ts";

/** How long data stays fresh. Returning to a page within this time sends no request. */
const STALE_TIME_MS = 60_000;
/** The delay between attempts to load a list or a user while Segment cannot be reached. */
const UNREACHABLE_INTERVAL_MS = 5_000;

/** Creates the cache of the console's requests. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_TIME_MS,
        // The server runs on this machine, so it is reachable while the browser is offline.
        networkMode: "always",
        // With `networkMode: "always"`, the default is false. The server needs the network for its own requests.
        refetchOnReconnect: true,
        // Browsers report no reconnection for a VPN or a proxy. Loaded pages of a list are not loaded again.
        refetchInterval: ({ state: { data, error } }) =>
          data === undefined && isUnreachable(error) ? UNREACHABLE_INTERVAL_MS : false,
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** Returns a function that loads the data on the page again. */
export function useRefresh(): () => void {
  const queryClient = useQueryClient();
  return () => void queryClient.refetchQueries({ type: "active" });
}
