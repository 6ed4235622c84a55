import { ApiError } from "@segment-iam/client";
import { retry } from "@segment-iam/helpers/retry";
import { focusManager, MutationObserver, onlineManager, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  createInvitesMutationOptions,
  deleteInvitesMutationOptions,
  listUsersInfiniteOptions,
  listUsersOptions,
} from "../generated/query.ts";
import { setUp } from "../test-utils/set-up.ts";
import { retryTemporaryFailures } from "./with-retry-defaults.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Runs timers until a call settles. */
async function settle(call: Promise<unknown>): Promise<void> {
  const settled = call.catch(() => {});
  await vi.runAllTimersAsync();
  await settled;
}

const temporary = { retry: retryTemporaryFailures };

it.each([
  ["a 503", 503, {}, 1],
  ["a network error", "network-error", {}, 1],
  ["a 503 with `retry: undefined`", 503, { retry: undefined, retryDelay: undefined }, 1],
  ["a 503 with `retry: 2`", 503, { retry: 2 }, 3],
  ["a 404 with `retry: 1`", 404, { retry: 1 }, 2],
  ["a 503 with retryTemporaryFailures", 503, temporary, 4],
  ["a network error with retryTemporaryFailures", "network-error", temporary, 4],
  ["a 404 with retryTemporaryFailures", 404, temporary, 1],
] as const)(
  "fetches a query as often as `retry` allows, once by default, after %s",
  async (_case, status, overrides, requests) => {
    // The client has a retry interceptor, which must stay unused here.
    const { iam, queryClient, workspace, takeRequests } = setUp({}, { interceptors: [retry()] });
    workspace.fail("listUsers", { status, times: 99 });
    // @ts-expect-error -- callers without exactOptionalPropertyTypes may pass an option that is undefined
    await settle(queryClient.fetchQuery(listUsersOptions(iam, {}, overrides)));
    // @ts-expect-error -- callers without exactOptionalPropertyTypes may pass an option that is undefined
    await settle(queryClient.ensureInfiniteQueryData(listUsersInfiniteOptions(iam, {}, overrides)));
    expect(takeRequests()).toHaveLength(2 * requests);
  },
);

it("fetches a query as often as the query client's default allows", async () => {
  const { iam, queryClient, workspace, takeRequests } = setUp();
  queryClient.setDefaultOptions({ queries: { retry: 2 } });
  workspace.fail("listUsers", { status: 503, times: 99 });
  await settle(queryClient.fetchQuery(listUsersOptions(iam)));
  expect(takeRequests()).toHaveLength(3);
});

it.each([
  ["once after a 500", 500, 1],
  ["once after a network error", "network-error", 1],
  ["again after a 429", 429, 2],
] as const)("sends a non-idempotent write %s", async (_case, status, requests) => {
  const { iam, queryClient, workspace, takeRequests } = setUp();
  workspace.fail("createInvites", { status });
  const mutation = new MutationObserver(queryClient, createInvitesMutationOptions(iam));
  await settle(mutation.mutate({ invites: [{ email: "new@example.com" }] }));
  expect(takeRequests().filter((request) => request.startsWith("POST"))).toHaveLength(requests);
});

it("retries an idempotent write after a 503", async () => {
  const { iam, queryClient, workspace, takeRequests } = setUp();
  workspace.fail("deleteInvites", { status: 503 });
  const emails = workspace.invites.map(({ email }) => email);
  const mutation = new MutationObserver(queryClient, deleteInvitesMutationOptions(iam));
  await settle(mutation.mutate({ emails }));
  expect(mutation.getCurrentResult().status).toBe("success");
  expect(takeRequests()).toHaveLength(2);
});

it("exposes Retry-After in failureReason, and waits that long", async () => {
  const { iam, queryClient, workspace, takeRequests } = setUp();
  workspace.fail("listUsers", { status: 429, headers: { "retry-after": "30" }, body: { errors: [] } });
  const observer = new QueryObserver(queryClient, listUsersOptions(iam, {}, temporary));
  const unsubscribe = observer.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(30_000);
  const { failureReason, failureCount } = observer.getCurrentResult();
  expect(failureCount).toBe(1);
  expect(failureReason).toBeInstanceOf(ApiError);
  expect(failureReason).toMatchObject({ status: 429, retryAfterMs: 31_000 });
  expect(takeRequests()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(observer.getCurrentResult().status).toBe("success");
  unsubscribe();
});

it("pauses retries while offline", async () => {
  const { iam, queryClient, workspace, takeRequests } = setUp();
  workspace.fail("listUsers", { status: "network-error" });
  const observer = new QueryObserver(queryClient, listUsersOptions(iam, {}, temporary));
  const unsubscribe = observer.subscribe(() => {});
  queryClient.mount();
  await vi.advanceTimersByTimeAsync(0);
  onlineManager.setOnline(false);
  await vi.runAllTimersAsync();
  expect(observer.getCurrentResult()).toMatchObject({ fetchStatus: "paused", failureCount: 1 });
  onlineManager.setOnline(true);
  await vi.runAllTimersAsync();
  expect(observer.getCurrentResult().status).toBe("success");
  expect(takeRequests()).toHaveLength(2);
  queryClient.unmount();
  unsubscribe();
});

it("pauses retries while the tab is hidden", async () => {
  const { iam, queryClient, workspace, takeRequests } = setUp();
  workspace.fail("listUsers", { status: "network-error" });
  const observer = new QueryObserver(queryClient, listUsersOptions(iam, {}, temporary));
  const unsubscribe = observer.subscribe(() => {});
  queryClient.mount();
  await vi.advanceTimersByTimeAsync(0);
  focusManager.setFocused(false);
  await vi.runAllTimersAsync();
  expect(observer.getCurrentResult()).toMatchObject({ status: "pending", failureCount: 1 });
  expect(takeRequests()).toHaveLength(1);
  focusManager.setFocused(true);
  await vi.runAllTimersAsync();
  expect(observer.getCurrentResult().status).toBe("success");
  expect(takeRequests()).toHaveLength(1);
  focusManager.setFocused(undefined);
  queryClient.unmount();
  unsubscribe();
});
