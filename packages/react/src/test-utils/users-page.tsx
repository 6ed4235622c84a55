import { QueryClient, type DefaultOptions } from "@tanstack/react-query";
import { act, renderHook, type RenderHookResult } from "@testing-library/react";
import { useDeleteUsers } from "../generated/hooks.ts";
import { optimisticDeleteUsers } from "../optimistic.ts";
import { createDeferredApi, flushPromises, type DeferredRequest } from "./deferred-api.ts";
import { FakeWorkspace } from "./fake-workspace.ts";
import { strictWrapper } from "./strict-wrapper.tsx";

/** A page that removes users optimistically. Its requests wait until the test responds to them. */
export interface UsersPage {
  readonly server: FakeWorkspace;
  readonly queryClient: QueryClient;
  /** Mounts a component that uses a hook. */
  mount<Result>(use: () => Result): RenderHookResult<Result, unknown>;
  remove(userId: string): Promise<void>;
  /** Responds to the oldest request in flight with this method. */
  respond(method?: "GET" | "DELETE"): Promise<void>;
  /** Rejects the oldest removal in flight. */
  failRemoval(): Promise<void>;
  /** Unmounts the component that removes users. */
  unmount(): void;
}

/** Renders the page with four users. */
export function renderUsersPage(queries: DefaultOptions["queries"] = {}): UsersPage {
  const { iam, requests } = createDeferredApi();
  const server = new FakeWorkspace(["ada", "ben", "cleo", "dora"], []);
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, ...queries } } });
  const wrapper = strictWrapper({ iam, queryClient });
  const { result, unmount } = renderHook(() => useDeleteUsers({ optimistic: optimisticDeleteUsers }), { wrapper });

  const take = (method: string): DeferredRequest => {
    const request = requests.find((one) => one.method === method && !one.signal.aborted);
    if (!request) throw new Error(`No ${method} is in flight`);
    requests.splice(requests.indexOf(request), 1);
    return request;
  };

  return {
    server,
    queryClient,
    mount: (use) => renderHook(use, { wrapper }),
    remove: (userId) => actAndRender(() => result.current.mutate({ userIds: [userId] })),
    respond: (method = "GET") =>
      actAndRender(() => {
        const request = take(method);
        return request.respond(server.handle(request));
      }),
    failRemoval: () => actAndRender(() => take("DELETE").fail(403)),
    unmount,
  };
}

/** Runs an action and waits until components have rendered its effects. */
function actAndRender(action: () => unknown): Promise<void> {
  return act(async () => {
    await flushPromises();
    await action();
    // TanStack Query notifies components in a timer.
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
  });
}
