import type { IamClient, ListUsersData } from "@segment-iam/client";
import { onlineManager, QueryClient, type InfiniteData } from "@tanstack/react-query";
import { createDeferredApi, flushPromises, type DeferredRequest } from "./deferred-api.ts";
import { FakeWorkspace } from "./fake-workspace.ts";
import { startListWrite, type ListWrite, type Step } from "./optimistic-steps.ts";
import {
  createQueryDrivers,
  ServerDataRecorder,
  type ObserverDriver,
  type QueryDriver,
  type QueryName,
} from "./query-drivers.ts";

/** A write that was started. */
export interface StartedWrite extends ListWrite {
  state: "pending" | "succeeded" | "failed";
  /** The request of the write, after it is sent. */
  readonly requests: DeferredRequest[];
}

interface OpenRequest {
  readonly request: DeferredRequest;
  readonly write: StartedWrite | undefined;
  /** The data that the server read when the request arrived; `undefined` if the server reads its data when it responds. */
  readonly earlyData: unknown;
}

/** Runs overlapping fetches and optimistic updates on a workspace and a query client. */
export class OptimisticModel {
  readonly server: FakeWorkspace;
  readonly iam: IamClient;
  readonly #recorder = new ServerDataRecorder();
  readonly queryClient: QueryClient = new QueryClient({
    queryCache: this.#recorder.cache,
    defaultOptions: { queries: { retry: false } },
  });
  /** The writes in the order in which they were started. */
  readonly writes: StartedWrite[] = [];
  readonly queries: Record<QueryName, QueryDriver>;
  readonly #observers = new Map<QueryName, ObserverDriver & { readonly unsubscribe: () => void }>();
  readonly #newReads: DeferredRequest[];
  #open: OpenRequest[] = [];
  #readsEarly = false;

  constructor(userIds: readonly string[], invites: readonly string[]) {
    const { iam, requests } = createDeferredApi();
    this.server = new FakeWorkspace(userIds, invites);
    this.iam = iam;
    this.#newReads = requests;
    this.queries = createQueryDrivers(this.queryClient, iam);
    onlineManager.setOnline(true);
    this.queryClient.mount();
  }

  /** The states of all queries, without `fetchMeta`, which TanStack Query keeps after a cancelled fetch. */
  get states(): readonly unknown[] {
    const queries = this.queryClient.getQueryCache().getAll();
    return queries.map(({ queryKey, state }) => [queryKey, { ...state, fetchMeta: undefined }]);
  }

  /** Whether the caches still have listeners after all components were unmounted. */
  get hasListeners(): boolean {
    for (const name of this.#observers.keys()) this.#toggle(name);
    return this.queryClient.getQueryCache().hasListeners() || this.queryClient.getMutationCache().hasListeners();
  }

  /** The data that components show. */
  displayed(name: QueryName): unknown {
    return (this.#observers.get(name) ?? this.queries[name]).read();
  }

  /** The latest data that the server returned; `undefined` before the first response. */
  serverData(name: QueryName): unknown {
    return this.#recorder.get(this.queries[name].queryKey);
  }

  /** The displayed users of all pages, and the total: `ada ben of 2`. */
  displayedUsers(name: QueryName): string | undefined {
    const data = this.displayed(name) as Partial<ListUsersData & InfiniteData<ListUsersData>> | undefined;
    const pages = data?.pages ?? (data && [data as ListUsersData]);
    const ids = pages?.flatMap(({ users }) => users.map(({ id }) => id));
    return ids && `${ids.join(" ")} of ${pages?.at(-1)?.pagination.totalEntries}`;
  }

  async run(...steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      if ("write" in step) this.#write(step.write);
      else if ("fetch" in step) this.#fetch(step.fetch, step);
      else if ("fetchMore" in step) void this.#observerOf(step.fetchMore).fetchMore(step.isBackward);
      else if ("toggle" in step) this.#toggle(step.toggle);
      else if ("cancel" in step) void this.queryClient.cancelQueries({ queryKey: this.queries[step.cancel].queryKey });
      else if ("clear" in step) this.#clear(step.clear);
      else if ("isOnline" in step) onlineManager.setOnline(step.isOnline);
      else if ("readsEarly" in step) this.#readsEarly = step.readsEarly;
      else if ("addOther" in step) this.server.addOther();
      else if ("respond" in step) await this.#respond(this.#open, step.respond, step.fails);
      else await this.#respond(this.#openWrites, step.failWrite, true);
      await this.#collectRequests();
    }
  }

  /** Responds to all requests in flight, and to those that follow. */
  async respondToAll(fails = false): Promise<void> {
    await this.run({ isOnline: true });
    while (this.#open.length > 0) await this.run({ respond: 0, fails });
  }

  /** Fetches all queries, and all loaded pages of a list. */
  async fetchAll(): Promise<void> {
    for (const { fetch } of Object.values(this.queries)) {
      const fetched = fetch();
      await this.#collectRequests();
      await this.respondToAll();
      await fetched;
    }
  }

  /** Responds to all requests, closes the model, and checks that the caches have no listeners. */
  async end(): Promise<void> {
    await this.respondToAll();
    const { hasListeners } = this;
    this.close();
    if (hasListeners) throw new Error("The caches still have listeners although no write is pending");
  }

  close(): void {
    for (const { unsubscribe } of this.#observers.values()) unsubscribe();
    this.queryClient.unmount();
    this.queryClient.clear();
  }

  #write(listWrite: ListWrite): void {
    const { iam, requests } = createDeferredApi();
    const write: StartedWrite = { ...listWrite, state: "pending", requests };
    this.writes.push(write);
    startListWrite(this.queryClient, iam, write).catch(() => {});
  }

  #fetch(name: QueryName, how: { cancelRefetch: boolean }): void {
    const fetched = this.#observers.get(name)?.refetch(how) ?? this.queries[name].fetch();
    fetched.catch(() => {});
  }

  #observerOf(name: QueryName): ObserverDriver {
    return this.#observers.get(name) ?? this.queries[name].observe();
  }

  #toggle(name: QueryName): void {
    const observer = this.#observers.get(name);
    if (observer) {
      observer.unsubscribe();
      this.#observers.delete(name);
    } else {
      const created = this.queries[name].observe();
      this.#observers.set(name, { ...created, unsubscribe: created.subscribe() });
    }
  }

  #clear(what: "queries" | "mutations"): void {
    if (what === "queries") {
      this.queryClient.getQueryCache().clear();
      for (const { render } of this.#observers.values()) render();
    } else {
      this.queryClient.getMutationCache().clear();
      // A mutation that is removed before its request is sent never sends the request.
      for (const write of this.writes)
        if (write.state === "pending" && !this.#openWrites.some((open) => open.write === write)) write.state = "failed";
    }
  }

  get #openWrites(): readonly OpenRequest[] {
    return this.#open.filter(({ write }) => write);
  }

  async #collectRequests(): Promise<void> {
    await flushPromises();
    const open = (request: DeferredRequest, write?: StartedWrite) => {
      const earlyData = !write && this.#readsEarly ? this.server.handle(request) : undefined;
      this.#open.push({ request, write, earlyData });
    };
    for (const write of this.writes) for (const request of write.requests.splice(0)) open(request, write);
    for (const request of this.#newReads.splice(0)) open(request);
    this.#open = this.#open.filter(({ request }) => !request.signal.aborted);
  }

  async #respond(requests: readonly OpenRequest[], at: number, fails: boolean): Promise<void> {
    const open = requests[at % requests.length];
    if (!open) return;
    this.#open = this.#open.filter((one) => one !== open);
    const { request, write, earlyData } = open;
    if (write) write.state = fails ? "failed" : "succeeded";
    const data = fails ? undefined : (earlyData ?? this.server.handle(request));
    await (data === undefined ? request.fail(422) : request.respond(data));
  }
}
