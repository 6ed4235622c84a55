import type { IamClient, ListUsersData } from "@segment-iam/client";
import { onlineManager, QueryClient, type InfiniteData } from "@tanstack/react-query";
import { holdRequests, settled, type HeldRequest } from "./deferred-api.ts";
import { LastAnswers } from "./server-data.ts";
import { readsOf, type Read, type ReadName, type Watch } from "./query-drivers.ts";
import type { Step } from "./optimistic-step.ts";
import { startWrite, type WriteOfList } from "./optimistic-writes.ts";
import { SmallWorkspace } from "./fake-workspace.ts";

/** A write that was started. */
export interface StartedWrite extends WriteOfList {
  state: "pending" | "done" | "failed";
  /** Its request, once it is made. */
  readonly held: HeldRequest[];
}

interface OpenRequest {
  readonly request: HeldRequest;
  readonly write: StartedWrite | undefined;
  /** What the workspace read when it was asked. */
  readonly old: unknown;
}

/** A workspace, and a cache of it where fetches and optimistic writes go on at the same time. */
export class OptimisticWorld {
  readonly server: SmallWorkspace;
  readonly iam: IamClient;
  readonly #answers = new LastAnswers();
  readonly queryClient: QueryClient = new QueryClient({
    queryCache: this.#answers.cache,
    defaultOptions: { queries: { retry: false } },
  });
  /** The writes in the order they were started. */
  readonly writes: StartedWrite[] = [];
  readonly reads: Record<ReadName, Read>;
  readonly #watches = new Map<ReadName, Watch & { readonly stop: () => void }>();
  readonly #held: HeldRequest[];
  #open: OpenRequest[] = [];
  #isLate = false;

  constructor(userIds: readonly string[], invites: readonly string[]) {
    const { iam, held } = holdRequests();
    this.server = new SmallWorkspace(userIds, invites);
    this.iam = iam;
    this.#held = held;
    this.reads = readsOf(this.queryClient, iam);
    onlineManager.setOnline(true);
    this.queryClient.mount();
  }

  /** All that the cache knows of each query, but for the way of its last fetch, which is kept of one that was given up too. */
  get states(): readonly unknown[] {
    const queries = this.queryClient.getQueryCache().getAll();
    return queries.map(({ queryKey, state }) => [queryKey, { ...state, fetchMeta: undefined }]);
  }

  /** Whether somebody listens to the caches. */
  get isWatched(): boolean {
    return this.queryClient.getQueryCache().hasListeners() || this.queryClient.getMutationCache().hasListeners();
  }

  shown(name: ReadName): unknown {
    return this.queryClient.getQueryData(this.reads[name].queryKey);
  }

  /** What the server answered last; `undefined` before it has. */
  answer(name: ReadName): unknown {
    return this.#answers.to(this.reads[name].queryKey);
  }

  /** The users that are shown, and the total: `ada ben of 2`. Pages come one after another. */
  list(name: ReadName): string | undefined {
    const data = this.shown(name) as Partial<ListUsersData & InfiniteData<ListUsersData>> | undefined;
    const pages = data?.pages ?? (data && [data as ListUsersData]);
    const names = pages?.flatMap(({ users }) => users.map(({ id }) => id));
    return names && `${names.join(" ")} of ${pages?.at(-1)?.pagination.totalEntries}`;
  }

  async run(step: Step): Promise<void> {
    if ("write" in step) this.#write(step.write);
    else if ("fetch" in step) this.#fetch(step.fetch, step);
    else if ("more" in step) void this.#watched(step.more).fetchMore(step.isBackward);
    else if ("toggle" in step) this.#toggle(step.toggle);
    else if ("cancel" in step) void this.queryClient.cancelQueries({ queryKey: this.reads[step.cancel].queryKey });
    else if ("clear" in step) this.#clear(step.clear);
    else if ("isOnline" in step) onlineManager.setOnline(step.isOnline);
    else if ("isLate" in step) this.#isLate = step.isLate;
    else if ("joins" in step) this.server.join();
    else if ("answer" in step) await this.#answer(this.#open, step.answer, step.isRefused);
    else await this.#answer(this.#sent, step.refuse, true);
    await this.#arrive();
  }

  /** Answers all that is under way, and what follows from it. */
  async settle(isRefused = false): Promise<void> {
    await this.run({ isOnline: true });
    while (this.#open.length > 0) await this.run({ answer: 0, isRefused });
  }

  /** Fetches everything anew, a list by as many pages as it has. */
  async fetchAll(): Promise<void> {
    for (const { fetch } of Object.values(this.reads)) {
      const fetched = fetch();
      await this.#arrive();
      await this.settle();
      await fetched;
    }
  }

  /** Answers what is under way, and makes sure that nothing of it outlives the world. */
  async end(): Promise<void> {
    await this.settle();
    const { isWatched } = this;
    this.close();
    if (isWatched) throw new Error("Somebody still listens to the caches, though no write is under way");
  }

  close(): void {
    for (const { stop } of this.#watches.values()) stop();
    this.queryClient.unmount();
    this.queryClient.clear();
  }

  #write(of: WriteOfList): void {
    const { iam, held } = holdRequests();
    const write: StartedWrite = { ...of, state: "pending", held };
    this.writes.push(write);
    startWrite(this.queryClient, iam, write).catch(() => {});
  }

  #fetch(name: ReadName, how: { cancelRefetch: boolean }): void {
    const fetched = this.#watches.get(name)?.refetch(how) ?? this.reads[name].fetch();
    fetched.catch(() => {});
  }

  #watched(name: ReadName): Watch {
    return this.#watches.get(name) ?? this.reads[name].watch();
  }

  #toggle(name: ReadName): void {
    const watched = this.#watches.get(name);
    if (watched) {
      watched.stop();
      this.#watches.delete(name);
    } else {
      const watch = this.reads[name].watch();
      this.#watches.set(name, { ...watch, stop: watch.subscribe() });
    }
  }

  #clear(what: "queries" | "mutations"): void {
    if (what === "queries") {
      this.queryClient.getQueryCache().clear();
      for (const { render } of this.#watches.values()) render();
    } else {
      this.queryClient.getMutationCache().clear();
      // What was not sent never will be.
      for (const write of this.writes)
        if (write.state === "pending" && !this.#sent.some((open) => open.write === write)) write.state = "failed";
    }
  }

  /** The writes that wait for an answer. */
  get #sent(): readonly OpenRequest[] {
    return this.#open.filter(({ write }) => write);
  }

  /** Takes in the requests that were made. */
  async #arrive(): Promise<void> {
    await settled();
    const open = (request: HeldRequest, write?: StartedWrite) => {
      const old = !write && this.#isLate ? this.server.carryOut(request) : undefined;
      this.#open.push({ request, write, old });
    };
    for (const write of this.writes) for (const request of write.held.splice(0)) open(request, write);
    for (const request of this.#held.splice(0)) open(request);
    this.#open = this.#open.filter(({ request }) => !request.signal.aborted);
  }

  async #answer(requests: readonly OpenRequest[], at: number, isRefused: boolean): Promise<void> {
    const open = requests[at % requests.length];
    if (!open) return;
    this.#open = this.#open.filter((one) => one !== open);
    const { request, write, old } = open;
    if (write) write.state = isRefused ? "failed" : "done";
    const data = isRefused ? undefined : (old ?? this.server.carryOut(request));
    await (data === undefined ? request.refuse(422) : request.answer(data));
  }
}
