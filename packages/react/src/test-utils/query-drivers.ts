import type { IamClient } from "@segment-iam/client";
import { InfiniteQueryObserver, QueryObserver, type QueryClient, type QueryKey } from "@tanstack/react-query";
import type { IamInfiniteOptions } from "../query/infinite-options-of.ts";
import type { IamQueryOptions } from "../query/query-options-of.ts";
import {
  getUserOptions,
  listInvitesInfiniteOptions,
  listInvitesOptions,
  listUsersInfiniteOptions,
  listUsersOptions,
} from "../generated/query.ts";

/** What a mounted component has of a query. */
export interface Watch {
  subscribe(): () => void;
  /** Renders anew, as everything does when a cache was cleared. */
  render(): void;
  refetch(options: { cancelRefetch: boolean }): Promise<unknown>;
  fetchMore(isBackward: boolean): Promise<unknown>;
}

/** A query that components show, or that is fetched without one. */
export interface Read {
  readonly queryKey: QueryKey;
  fetch(): Promise<unknown>;
  watch(): Watch;
}

const kept = { staleTime: Infinity } as const;
const paged = { pagination: { count: 2 } };
/** A list that begins in the middle, so that there are pages before it. */
const middle = { pagination: { count: 2, cursor: "2" } };

/** The reads that optimistic writes change, by what they have of the workspace. */
export type ReadName = "users" | "userPages" | "middlePages" | "invites" | "invitePages" | "ada" | "ben";

export function readsOf(queryClient: QueryClient, iam: IamClient): Record<ReadName, Read> {
  return {
    users: finite(listUsersOptions(iam, {}, kept)),
    userPages: infinite(listUsersInfiniteOptions(iam, paged, kept)),
    middlePages: infinite(listUsersInfiniteOptions(iam, middle, kept)),
    invites: finite(listInvitesOptions(iam, {}, kept)),
    invitePages: infinite(listInvitesInfiniteOptions(iam, paged, kept)),
    ada: finite(getUserOptions(iam, { userId: "ada" }, kept)),
    ben: finite(getUserOptions(iam, { userId: "ben" }, kept)),
  };

  function finite<Answer>(options: IamQueryOptions<Answer>): Read {
    return {
      queryKey: options.queryKey,
      fetch: () => queryClient.fetchQuery({ ...options, staleTime: 0 }),
      watch() {
        const observer = new QueryObserver(queryClient, options);
        return {
          subscribe: () => observer.subscribe(() => {}),
          render: () => observer.setOptions(options),
          refetch: (how) => observer.refetch(how),
          fetchMore: () => Promise.resolve(),
        };
      },
    };
  }

  function infinite<Answer, Data>(options: IamInfiniteOptions<Answer, Data>): Read {
    return {
      queryKey: options.queryKey,
      fetch: () => queryClient.fetchInfiniteQuery({ ...options, staleTime: 0 }),
      watch() {
        const observer = new InfiniteQueryObserver(queryClient, options);
        return {
          subscribe: () => observer.subscribe(() => {}),
          render: () => observer.setOptions(options),
          refetch: (how) => observer.refetch(how),
          fetchMore: (isBackward) => (isBackward ? observer.fetchPreviousPage() : observer.fetchNextPage()),
        };
      },
    };
  }
}
