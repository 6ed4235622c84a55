import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import type { PageLoader } from "./use-page-loader.ts";

/** Runs actions that need all rows, after the remaining rows are loaded. */
export interface WhenLoaded<Action> {
  /** The action that waits for the remaining rows. */
  readonly pending: Action | undefined;
  /** Runs an action when all rows are loaded. It does not run if loading is stopped or fails. */
  start(action: Action): void;
}

/**
 * Runs actions on all rows of a list.
 *
 * @param run runs an action. It is the function of the latest render, so it can use the loaded rows.
 */
export function useWhenLoaded<Action>(
  query: Pick<UseInfiniteQueryResult, "hasNextPage">,
  { isLoadingAll, setLoadingAll }: PageLoader,
  run: (action: Action) => void,
): WhenLoaded<Action> {
  const [pending, setPending] = useState<Action>();
  const { hasNextPage } = query;
  const finish = useEffectEvent((action: Action) => {
    setPending(undefined);
    if (!hasNextPage) run(action);
  });
  useEffect(() => {
    // Pages load outside of this hook, so no event handler runs when loading ends.
    // oxlint-disable-next-line react/set-state-in-effect
    if (pending !== undefined && !isLoadingAll) finish(pending);
  }, [pending, isLoadingAll]);
  return {
    pending,
    start(action) {
      setLoadingAll(true);
      setPending(() => action);
    },
  };
}
