import { useQueryClient } from "@tanstack/react-query";

/** Returns a function that loads the data on the page again. */
export function useRefresh(): () => void {
  const queryClient = useQueryClient();
  return () => void queryClient.refetchQueries({ type: "active" });
}
