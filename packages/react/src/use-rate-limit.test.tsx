// @vitest-environment jsdom
import { createIamClient, deleteInvites, deleteUsers, listUsers } from "@segment-iam/client";
import { rateLimit, type RateLimiter } from "@segment-iam/helpers/rate-limit";
import { QueryClient } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { setUp } from "./test-utils/set-up.ts";
import { strictWrapper } from "./test-utils/strict-wrapper.tsx";
import { useRateLimit } from "./use-rate-limit.ts";

/** The limit that the OpenAPI document states. */
const { requests: documented = NaN } = deleteUsers.rateLimit ?? {};

afterEach(cleanup);

function limited(limiter: RateLimiter) {
  return setUp({ limits: { deleteUsers: { requests: 2, windowSeconds: 60 } } }, { interceptors: [limiter] });
}

it("returns the documented limit, then the limit of the responses", async () => {
  const limiter = rateLimit();
  const { iam, queryClient, workspace } = limited(limiter);
  const { result } = renderHook(() => useRateLimit(deleteUsers), {
    wrapper: strictWrapper({ iam, queryClient, limiter }),
  });
  expect(result.current).toEqual({
    limit: documented,
    remaining: documented,
    resetAtMs: undefined,
    blocked: false,
    queued: 0,
  });
  const [ada = "", ben = "", cleo = ""] = workspace.users.map(({ id }) => id);
  await act(() => deleteUsers(iam, { userIds: [ada] }));
  expect(result.current).toMatchObject({ limit: 2, remaining: 1, blocked: false });
  expect(result.current.resetAtMs).toBeGreaterThan(Date.now());
  await act(() => deleteUsers(iam, { userIds: [ben] }));
  expect(result.current).toMatchObject({ remaining: 0, blocked: true, queued: 0 });

  const waiting = new AbortController();
  const call = deleteUsers(iam, { userIds: [cleo] }, { signal: waiting.signal });
  await waitFor(() => expect(result.current.queued).toBe(1));
  waiting.abort();
  await expect(call).rejects.toThrow("aborted");
  await waitFor(() => expect(result.current.queued).toBe(0));
});

it("renders only when the state of its operation changes", async () => {
  const limiter = rateLimit();
  const { iam, queryClient } = limited(limiter);
  const seen = vi.fn<(state: unknown) => void>();
  renderHook(() => seen(useRateLimit(deleteInvites)), { wrapper: strictWrapper({ iam, queryClient, limiter }) });
  const renders = seen.mock.calls.length;
  await act(() => listUsers(iam));
  expect(seen).toHaveBeenCalledTimes(renders);
});

it("unsubscribes when it unmounts or the operation changes", () => {
  const limiter = rateLimit();
  const subscribed: string[] = [];
  const counting = {
    state: limiter.state,
    subscribe: (...[operation, listener]: Parameters<RateLimiter["subscribe"]>) => {
      subscribed.push(operation.id);
      const unsubscribe = limiter.subscribe(operation, listener);
      return () => {
        subscribed.splice(subscribed.indexOf(operation.id), 1);
        unsubscribe();
      };
    },
  };
  const iam = createIamClient({ token: "test" });
  const { rerender, unmount } = renderHook(useRateLimit, {
    initialProps: deleteUsers,
    wrapper: strictWrapper({ iam, queryClient: new QueryClient(), limiter: counting }),
  });
  expect(subscribed).toEqual(["deleteUsers"]);
  // @ts-expect-error -- the hook's props are of the first operation's type
  rerender(deleteInvites);
  expect(subscribed).toEqual(["deleteInvites"]);
  unmount();
  expect(subscribed).toEqual([]);
});

function Remaining() {
  return useRateLimit(deleteUsers).remaining;
}

it("returns the documented limit during server rendering", async () => {
  const limiter = rateLimit();
  const { iam, queryClient, workspace } = limited(limiter);
  await deleteUsers(iam, { userIds: workspace.users.slice(0, 1).map(({ id }) => id) });
  const Wrapper = strictWrapper({ iam, queryClient, limiter });
  expect(
    renderToString(
      <Wrapper>
        <Remaining />
      </Wrapper>,
    ),
  ).toBe(String(documented));
});

it("throws if the provider has no limiter", () => {
  vi.spyOn(console, "error").mockReturnValueOnce();
  const wrapper = strictWrapper({ iam: createIamClient({ token: "test" }), queryClient: new QueryClient() });
  const show = () => renderHook(() => useRateLimit(deleteUsers), { wrapper });
  expect(show).toThrow("<IamProvider limiter={limiter}>");
});
