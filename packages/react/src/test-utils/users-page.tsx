import { QueryClient, type DefaultOptions } from "@tanstack/react-query";
import { act as actOn, renderHook, type RenderHookResult } from "@testing-library/react";
import { useDeleteUsers } from "../generated/hooks.ts";
import { optimisticDeleteUsers } from "../optimistic.ts";
import { holdRequests, settled, type HeldRequest } from "./deferred-api.ts";
import { SmallWorkspace } from "./fake-workspace.ts";
import { strictWrapper } from "./strict-wrapper.tsx";

/** A page that can remove users of a small workspace, which answers each request when the test says so. */
export interface HeldPage {
  readonly server: SmallWorkspace;
  readonly queryClient: QueryClient;
  /** Shows a list on the page. */
  show<Shown>(use: () => Shown): RenderHookResult<Shown, unknown>;
  remove(userId: string): Promise<void>;
  /** Answers the oldest request with that method that somebody waits for. */
  answer(method?: "GET" | "DELETE"): Promise<void>;
  /** Refuses the oldest removal. */
  refuse(): Promise<void>;
  /** Takes away what removes. */
  close(): void;
}

export function openHeldPage(queries: DefaultOptions["queries"] = {}): HeldPage {
  const { iam, held } = holdRequests();
  const server = new SmallWorkspace(["ada", "ben", "cleo", "dora"], []);
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, ...queries } } });
  const wrapper = strictWrapper({ iam, queryClient });
  const { result, unmount } = renderHook(() => useDeleteUsers({ optimistic: optimisticDeleteUsers }), { wrapper });

  const take = (method: string): HeldRequest => {
    const request = held.find((one) => one.method === method && !one.signal.aborted);
    if (!request) throw new Error(`No ${method} is under way`);
    held.splice(held.indexOf(request), 1);
    return request;
  };

  return {
    server,
    queryClient,
    show: (use) => renderHook(use, { wrapper }),
    remove: (userId) => until(() => result.current.mutate({ userIds: [userId] })),
    answer: (method = "GET") =>
      until(() => {
        const request = take(method);
        return request.answer(server.carryOut(request));
      }),
    refuse: () => until(() => take("DELETE").refuse(403)),
    close: unmount,
  };
}

/** Does something, and waits until the components know. */
function until(act: () => unknown): Promise<void> {
  return actOn(async () => {
    await settled();
    await act();
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
  });
}
