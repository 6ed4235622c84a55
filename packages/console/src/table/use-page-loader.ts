import type { IamFailure } from "@segment-iam/client";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** Loads the pages of an infinite query. */
export interface PageLoader {
  /** Whether all pages are being loaded, one after another. */
  readonly isLoadingAll: boolean;
  /** Starts or stops loading all pages. */
  setLoadingAll(isLoadingAll: boolean): void;
  /** Loads the next page, unless there is none, a request is in flight or the last request failed. */
  loadNext(): void;
  /** Retries the request that failed. */
  retry(): void;
}

/**
 * Decides when the next page of an infinite query loads.
 *
 * @param needsAllPages whether all pages load automatically, for example during a search. @default false
 */
export function usePageLoader(query: UseInfiniteQueryResult<unknown, IamFailure>, needsAllPages = false): PageLoader {
  const [isRequested, setRequested] = useState(false);
  const [isStopped, setStopped] = useState(false);
  if (isStopped && !needsAllPages) setStopped(false);
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, refetch } = query;
  const isWanted = isRequested || (needsAllPages && !isStopped);
  const canLoad = hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (isWanted && canLoad) void fetchNextPage();
  }, [isWanted, canLoad, fetchNextPage]);
  return {
    isLoadingAll: isWanted && hasNextPage && !isFetchNextPageError,
    setLoadingAll(isLoadingAll) {
      setRequested(isLoadingAll);
      setStopped(!isLoadingAll && needsAllPages);
    },
    loadNext: () => void (canLoad && fetchNextPage()),
    retry: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
  };
}
