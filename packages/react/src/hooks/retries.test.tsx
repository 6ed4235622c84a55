// @vitest-environment jsdom
import { createIamClient } from "@segment-iam/client";
import { retry } from "@segment-iam/helpers/retry";
import { serve } from "@segment-iam/test-utils/serve";
import { QueryClient } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { useCreateInvites, useDeleteInvites, useListUsers, useListUsersInfinite } from "../generated/hooks.ts";
import { strictWrapper } from "../test-utils/strict-wrapper.tsx";

afterEach(cleanup);

type Retry = false | number | ((failureCount: number) => boolean);

/** Values of `retry` with the number of requests that each one allows. With `undefined`, the retry policy decides. */
const retryOptions: readonly (readonly [retry: Retry | undefined, requests: number | undefined])[] = [
  [undefined, undefined],
  [false, 1],
  [0, 1],
  [2, 3],
  [(failureCount) => failureCount < 1, 2],
];

/** All combinations of the hook's option, the query client's default and the client's interceptors. */
const combinations = retryOptions.flatMap(([byHook, hookRequests]) =>
  retryOptions.flatMap(([byDefault, defaultRequests]) =>
    [[], [retry()]].map((interceptors) => ({
      byHook,
      byDefault,
      interceptors,
      requests: hookRequests ?? defaultRequests,
    })),
  ),
);

interface Call {
  readonly isError: boolean;
  /** Starts a mutation. */
  readonly start?: () => void;
}

interface Overrides {
  readonly retry?: Retry;
}

function useDeletion(overrides: Overrides): Call {
  const { isError, mutate } = useDeleteInvites(overrides);
  return { isError, start: () => mutate({ emails: ["a@example.com"] }) };
}

function useCreation(overrides: Overrides): Call {
  const { isError, mutate } = useCreateInvites(overrides);
  return { isError, start: () => mutate({ invites: [{ email: "a@example.com" }] }) };
}

it.each<[string, number, number, (overrides: Overrides) => Call]>([
  ["a read", 503, 4, (overrides) => ({ isError: useListUsers({}, overrides).isError })],
  ["a read", 429, 4, (overrides) => ({ isError: useListUsers({}, overrides).isError })],
  ["a read", 404, 1, (overrides) => ({ isError: useListUsers({}, overrides).isError })],
  ["a page", 503, 4, (overrides) => ({ isError: useListUsersInfinite({}, overrides).isError })],
  ["an idempotent write", 503, 4, useDeletion],
  ["an idempotent write", 422, 1, useDeletion],
  ["a non-idempotent write", 503, 1, useCreation],
  ["a non-idempotent write", 429, 4, useCreation],
])(
  "limits the attempts of %s after a %i to %i by default, or to the number that `retry` allows",
  async (_case, status, byPolicy, useCall) => {
    const counts = new Map<string, number>();
    await using server = await serve(({ url }, response) => {
      const combination = String(url?.split("/")[1]);
      counts.set(combination, (counts.get(combination) ?? 0) + 1);
      response.writeHead(status, { "content-type": "application/json" }).end('{"errors":[]}');
    });
    const calls = combinations.map(({ byHook, byDefault, interceptors }, at) => {
      const defaults = { retryDelay: 0, ...(byDefault !== undefined && { retry: byDefault }) };
      const queryClient = new QueryClient({ defaultOptions: { queries: defaults, mutations: defaults } });
      const iam = createIamClient({ baseUrl: `${server.url}/${at}`, interceptors });
      const overrides = byHook === undefined ? {} : { retry: byHook };
      return renderHook(() => useCall(overrides), { wrapper: strictWrapper({ iam, queryClient }) });
    });
    act(() => calls.forEach(({ result }) => result.current.start?.()));
    await waitFor(() => expect(calls.every(({ result }) => result.current.isError)).toBe(true), { timeout: 5_000 });
    const sent = combinations.map((_combination, at) => counts.get(String(at)));
    expect(sent).toEqual(combinations.map(({ requests }) => requests ?? byPolicy));
  },
);
