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

/** Decides when the next page of an infinite query loads. */
export function usePageLoader(query: UseInfiniteQueryResult<unknown, IamFailure>): PageLoader {
  const [isLoadAllRequested, setLoadAllRequested] = useState(false);
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, refetch } = query;
  const canLoad = hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (isLoadAllRequested && canLoad) void fetchNextPage();
  }, [isLoadAllRequested, canLoad, fetchNextPage]);
  return {
    isLoadingAll: isLoadAllRequested && hasNextPage && !isFetchNextPageError,
    setLoadingAll: setLoadAllRequested,
    loadNext: () => void (canLoad && fetchNextPage()),
    retry: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
  };
}
