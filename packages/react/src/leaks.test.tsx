// @vitest-environment jsdom
import { createIamClient, deleteUsers } from "@segment-iam/client";
import { rateLimit, type RateLimiter } from "@segment-iam/helpers/rate-limit";
import { createMockWorkspace } from "@segment-iam/msw/workspace";
import { QueryClient } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  useBulk,
  useDeleteUsers,
  useGetUser,
  useListInvitesInfinite,
  useListUsers,
  useListUsersInfinite,
  useRateLimit,
} from "./index.ts";
import { optimisticDeleteUsers } from "./optimistic.ts";
import { strictWrapper } from "./test-utils/strict-wrapper.tsx";

const TIMES = 1_000;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Tracks the listeners of a target. Returns a function that counts them. */
function countListeners(target: EventTarget): () => number {
  const listeners = new Set<string>();
  const ids = new Map<unknown, number>();
  const name = (type: string, listener: unknown) => {
    ids.set(listener, ids.get(listener) ?? ids.size);
    return `${type} ${ids.get(listener)}`;
  };
  const { addEventListener, removeEventListener } = target;
  vi.spyOn(target, "addEventListener").mockImplementation((type, listener, options) => {
    listeners.add(name(type, listener));
    addEventListener.call(target, type, listener, options);
  });
  vi.spyOn(target, "removeEventListener").mockImplementation((type, listener, options) => {
    listeners.delete(name(type, listener));
    removeEventListener.call(target, type, listener, options);
  });
  return () => listeners.size;
}

function countSubscribers(limiter: RateLimiter) {
  const subscribers = new Set<object>();
  const subscribe: RateLimiter["subscribe"] = (operation, listener) => {
    const subscriber = {};
    subscribers.add(subscriber);
    const unsubscribe = limiter.subscribe(operation, listener);
    return () => {
      subscribers.delete(subscriber);
      unsubscribe();
    };
  };
  return { subscribers, limiter: { state: limiter.state, subscribe } };
}

function usePage() {
  useListUsersInfinite();
  useListInvitesInfinite();
  useGetUser({ userId: "u" });
  useRateLimit(deleteUsers);
  useBulk(deleteUsers, { id: "shared" });
  return {
    list: useListUsers(),
    remove: useDeleteUsers({ optimistic: optimisticDeleteUsers }),
    bulk: useBulk(deleteUsers),
  };
}

it(`leaks no listener, timer or observer when a page is mounted ${TIMES} times`, async () => {
  const workspace = createMockWorkspace({ users: 3, limits: false, defaultLimit: false });
  const rateLimiter = rateLimit();
  const { subscribers, limiter } = countSubscribers(rateLimiter);
  const iam = createIamClient({ token: "test", fetch: workspace.fetch, interceptors: [rateLimiter] });
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: { retry: false, retryOnMount: false, gcTime: Infinity, staleTime: Infinity },
      mutations: { retry: false, gcTime: 0 },
    },
  });
  const listeners = [window, document].map(countListeners);
  const wrapper = strictWrapper({ iam, queryClient, limiter });

  async function show() {
    const { result, unmount } = renderHook(usePage, { wrapper });
    await act(async () => {
      result.current.remove.mutate({ userIds: ["missing"] });
      void result.current.bulk.start(["missing too"]);
      await vi.advanceTimersByTimeAsync(50);
    });
    expect(result.current).toMatchObject({
      list: { isSuccess: true },
      remove: { isError: true },
      bulk: { status: "finished" },
    });
    unmount();
    await vi.advanceTimersByTimeAsync(50);
  }
  function countAll() {
    const queries = queryClient.getQueryCache().getAll();
    return {
      queries: queries.length,
      observers: queries.reduce((count, query) => count + query.getObserversCount(), 0),
      mutations: queryClient.getMutationCache().getAll().length,
      cacheListeners: [queryClient.getQueryCache().hasListeners(), queryClient.getMutationCache().hasListeners()],
      timers: vi.getTimerCount(),
      listeners: listeners.map((count) => count()),
      subscribers: subscribers.size,
    };
  }

  await show();
  const afterFirst = countAll();
  expect(afterFirst).toMatchObject({
    observers: 0,
    mutations: 0,
    cacheListeners: [false, false],
    timers: 0,
    subscribers: 0,
  });
  for (let at = 1; at < TIMES; at += 1) await show();
  expect(countAll()).toEqual(afterFirst);
  expect(workspace.requests.filter(({ method }) => method === "DELETE")).toHaveLength(2 * TIMES);
});
