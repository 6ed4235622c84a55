import type { GetUserData, IamClient, ListInvitesData, ListUsersData } from "@segment-iam/client";
import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import {
  getUserOptions,
  listInvitesInfiniteOptions,
  listInvitesOptions,
  listUsersInfiniteOptions,
  listUsersOptions,
} from "../generated/query.ts";
import { holdRequests, settled, type HeldRequest } from "./held-api.ts";
import { startWrite, type WriteOfList } from "./optimistic-writes.ts";
import { SmallWorkspace } from "./small-workspace.ts";

/** What happens next: a write begins, a query is fetched, or one of the requests under way is answered. */
export type Step =
  | { readonly write: WriteOfList }
  | {
      readonly fetch: number;
      /** Whether the workspace reads what it answers when the request is made, so that the answer is old when it arrives. */
      readonly isLate: boolean;
    }
  | { readonly answer: number; readonly isRefused: boolean };

/** A write that was started. */
export interface StartedWrite extends WriteOfList {
  state: "pending" | "done" | "failed";
}

const paged = { pagination: { count: 2 } };

/** A workspace, and a cache of it where fetches and optimistic writes go on at the same time. */
export class OptimisticWorld {
  readonly server: SmallWorkspace;
  readonly iam: IamClient;
  readonly queryClient: QueryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  /** The writes in the order they were started. */
  readonly writes: StartedWrite[] = [];
  readonly fetches: readonly (() => Promise<unknown>)[];
  readonly #held: HeldRequest[];
  readonly #open: {
    readonly write: StartedWrite | undefined;
    readonly answer: (isRefused: boolean) => Promise<void>;
  }[] = [];
  #isLate = false;

  constructor(userIds: readonly string[], invites: readonly string[]) {
    const { iam, held } = holdRequests();
    const { queryClient } = this;
    this.server = new SmallWorkspace(userIds, invites);
    this.iam = iam;
    this.#held = held;
    const list = new InfiniteQueryObserver(queryClient, listUsersInfiniteOptions(iam, paged, { enabled: false }));
    this.fetches = [
      () => queryClient.fetchQuery(listUsersOptions(iam)),
      () => queryClient.fetchInfiniteQuery(listUsersInfiniteOptions(iam, paged)),
      () => queryClient.fetchQuery(listInvitesOptions(iam)),
      () => queryClient.fetchInfiniteQuery(listInvitesInfiniteOptions(iam, paged)),
      () => queryClient.fetchQuery(getUserOptions(iam, { userId: "ada" })),
      () => queryClient.fetchQuery(getUserOptions(iam, { userId: "ben" })),
      () => list.fetchNextPage(),
    ];
  }

  get users(): ListUsersData | undefined {
    return this.queryClient.getQueryData(listUsersOptions(this.iam).queryKey);
  }

  get userPages(): readonly ListUsersData[] {
    return this.queryClient.getQueryData(listUsersInfiniteOptions(this.iam, paged).queryKey)?.pages ?? [];
  }

  get invites(): ListInvitesData | undefined {
    return this.queryClient.getQueryData(listInvitesOptions(this.iam).queryKey);
  }

  get invitePages(): readonly ListInvitesData[] {
    return this.queryClient.getQueryData(listInvitesInfiniteOptions(this.iam, paged).queryKey)?.pages ?? [];
  }

  user(userId: string): GetUserData["user"] | undefined {
    return this.queryClient.getQueryData(getUserOptions(this.iam, { userId }).queryKey)?.user;
  }

  /** All that the cache knows of each query. */
  get states(): readonly unknown[] {
    return this.queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => [queryKey, state]);
  }

  async run(step: Step): Promise<void> {
    if ("write" in step) await this.#write({ ...step.write, state: "pending" });
    else if ("fetch" in step) {
      this.#isLate = step.isLate;
      this.fetches[step.fetch % this.fetches.length]?.().catch(() => {});
      await this.#arrive();
    } else await this.#answer(step.answer, step.isRefused);
  }

  /** Answers all that is under way. */
  async settle(): Promise<void> {
    while (this.#open.length > 0) await this.#answer(0, false);
  }

  /** Fetches everything anew, a list by as many pages as it has. */
  async fetchAll(): Promise<void> {
    this.#isLate = false;
    for (const fetch of this.fetches.slice(0, -1)) {
      const fetched = fetch();
      await this.#arrive();
      await this.settle();
      await fetched;
    }
  }

  async #write(write: StartedWrite): Promise<void> {
    this.writes.push(write);
    startWrite(this.queryClient, this.iam, write).catch(() => {});
    await this.#arrive(write);
  }

  async #arrive(write?: StartedWrite): Promise<void> {
    await settled();
    for (const request of this.#held.splice(0)) this.#open.push({ write, answer: this.#answerTo(request) });
  }

  #answerTo(request: HeldRequest): (isRefused: boolean) => Promise<void> {
    const old = request.method === "GET" && this.#isLate ? this.server.carryOut(request) : undefined;
    return (isRefused) => {
      const data = isRefused ? undefined : (old ?? this.server.carryOut(request));
      return data === undefined ? request.refuse(422) : request.answer(data);
    };
  }

  async #answer(at: number, isRefused: boolean): Promise<void> {
    const [open] = this.#open.splice(at % Math.max(1, this.#open.length), 1);
    if (!open) return;
    if (open.write) open.write.state = isRefused ? "failed" : "done";
    await open.answer(isRefused);
    await this.#arrive();
  }
}
