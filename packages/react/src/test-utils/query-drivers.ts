import type { IamClient } from "@segment-iam/client";
import {
  InfiniteQueryObserver,
  notifyManager,
  QueryCache,
  QueryObserver,
  type InfiniteData,
  type Query,
  type QueryClient,
  type QueryKey,
} from "@tanstack/react-query";
import {
  getUserOptions,
  listInvitesInfiniteOptions,
  listInvitesOptions,
  listUsersInfiniteOptions,
  listUsersOptions,
} from "../generated/query.ts";
import { subscribeToPendingWrites } from "../optimistic/pending-writes.ts";
import type { SelectOptions } from "../optimistic/types.ts";
import { withPendingWrites } from "../optimistic/with-pending-writes.ts";
import type { IamInfiniteOptions } from "../query/infinite-options-of.ts";
import type { IamQueryOptions } from "../query/query-options-of.ts";
import { readData } from "./read-data.ts";

/** An observer of a query, like the hook of a mounted component. */
export interface ObserverDriver {
  /** Returns the data that the component shows. */
  read(): unknown;
  subscribe(): () => void;
  /** Sets the options again, as a render does after the cache was cleared. */
  render(): void;
  refetch(options: { cancelRefetch: boolean }): Promise<unknown>;
  fetchMore(isBackward: boolean): Promise<unknown>;
}

/** A query that can be fetched with and without an observer. */
export interface QueryDriver {
  readonly queryKey: QueryKey;
  /** Returns the data that a component would show if it were mounted now. */
  read(): unknown;
  fetch(): Promise<unknown>;
  observe(): ObserverDriver;
}

const fresh = { staleTime: Infinity } as const;
const paged = { pagination: { count: 2 } };
/** A list that starts at a cursor, so that it has previous pages. */
const middle = { pagination: { count: 2, cursor: "2" } };

/** The queries that optimistic updates change. */
export type QueryName = "users" | "userPages" | "middlePages" | "invites" | "invitePages" | "ada" | "ben";

/** Creates a driver for each of the queries. */
export function createQueryDrivers(queryClient: QueryClient, iam: IamClient): Record<QueryName, QueryDriver> {
  // TanStack Query then notifies observers before `flushPromises` resolves.
  notifyManager.setScheduler(queueMicrotask);
  return {
    users: finite(listUsersOptions(iam, {}, fresh)),
    userPages: infinite(listUsersInfiniteOptions(iam, paged, fresh)),
    middlePages: infinite(listUsersInfiniteOptions(iam, middle, fresh)),
    invites: finite(listInvitesOptions(iam, {}, fresh)),
    invitePages: infinite(listInvitesInfiniteOptions(iam, paged, fresh)),
    ada: finite(getUserOptions(iam, { userId: "ada" }, fresh)),
    ben: finite(getUserOptions(iam, { userId: "ben" }, fresh)),
  };

  function finite<Data>(options: IamQueryOptions<Data>): QueryDriver {
    return {
      queryKey: options.queryKey,
      read: () => readData(queryClient, options),
      fetch: () => queryClient.fetchQuery({ ...options, staleTime: 0 }),
      observe() {
        const observer = new QueryObserver(queryClient, options);
        return drive(observer, options, () => Promise.resolve());
      },
    };
  }

  function infinite<PageData, Data>(options: IamInfiniteOptions<PageData, Data>): QueryDriver {
    return {
      queryKey: options.queryKey,
      read: () => readData(queryClient, options),
      fetch: () => queryClient.fetchInfiniteQuery({ ...options, staleTime: 0 }),
      observe() {
        const observer = new InfiniteQueryObserver(queryClient, options);
        return drive(observer, options, (isBackward) =>
          isBackward ? observer.fetchPreviousPage() : observer.fetchNextPage(),
        );
      },
    };
  }

  /** Sets the options of an observer whenever `usePendingWrites` would render. */
  function drive<Options extends SelectOptions>(
    observer: AnyObserver<Options>,
    options: Options,
    fetchMore: ObserverDriver["fetchMore"],
  ): ObserverDriver {
    const render = () => observer.setOptions(withPendingWrites(queryClient, options));
    render();
    return {
      read: () => observer.getCurrentResult().data,
      subscribe() {
        const unsubscribeObserver = observer.subscribe(render);
        const onChange = notifyManager.batchCalls(render);
        const unsubscribeWrites = subscribeToPendingWrites(queryClient.getMutationCache(), onChange);
        return () => {
          unsubscribeObserver();
          unsubscribeWrites();
        };
      },
      render,
      refetch: (how) => observer.refetch(how),
      fetchMore,
    };
  }
}

/** The common part of TanStack Query's observers. */
interface AnyObserver<Options> {
  getCurrentResult(): { readonly data?: unknown };
  refetch(options: { cancelRefetch: boolean }): Promise<unknown>;
  setOptions(options: Options): void;
  subscribe(listener: () => void): () => void;
}

/** A query cache that records the latest server data of each query, without optimistic updates. */
export class ServerDataRecorder {
  readonly cache: QueryCache = new QueryCache({ onSuccess: (data, query) => this.#record(data, query) });
  /** Keyed by query object, so that a query that was removed and created again has no data. */
  readonly #data = new WeakMap<Query, unknown>();

  /** Returns the latest server data of a query; `undefined` before the first response. */
  get(queryKey: QueryKey): unknown {
    const query = this.cache.find({ queryKey });
    return query && this.#data.get(query);
  }

  #record(data: unknown, query: Query<unknown, unknown, unknown>): void {
    const known = this.#data.get(query as Query) as InfiniteData<unknown> | undefined;
    const direction = query.state.fetchMeta?.fetchMore?.direction;
    // After a fetch of one more page, only that page comes from the server. The other pages may contain confirmed writes.
    const recorded = known && direction ? addPage(known, data as InfiniteData<unknown>, direction) : data;
    this.#data.set(query as Query, recorded);
  }
}

function addPage(known: InfiniteData<unknown>, { pages, pageParams }: InfiniteData<unknown>, direction: string) {
  if (pages.length === known.pages.length) return known;
  const [first, last] = [pages.slice(0, 1), pages.slice(-1)];
  return { pageParams, pages: direction === "backward" ? [...first, ...known.pages] : [...known.pages, ...last] };
}
