import type { IamFailure } from "@segment-iam/client";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** How the pages of a list come in. */
export interface Pages {
  /** Whether all pages are being fetched, one after the other. */
  readonly isLoadingAll: boolean;
  /** Fetches page after page to the end, or stops doing so. */
  setLoadingAll(isWanted: boolean): void;
  /** Fetches the next page, unless there is none, one is under way or the last one failed. */
  loadNext(): void;
  /** Does again what failed. */
  retry(): void;
}

/** Decides when the next page of an infinite query is fetched. */
export function usePages(query: UseInfiniteQueryResult<unknown, IamFailure>): Pages {
  const [isWanted, setWanted] = useState(false);
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, refetch } = query;
  const mayLoad = hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (isWanted && mayLoad) void fetchNextPage();
  }, [isWanted, mayLoad, fetchNextPage]);
  return {
    isLoadingAll: isWanted && hasNextPage && !isFetchNextPageError,
    setLoadingAll: setWanted,
    loadNext: () => void (mayLoad && fetchNextPage()),
    retry: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
  };
}
