import { ApiError } from "@segment-iam/client";
import { retry } from "@segment-iam/helpers/retry";
import { focusManager, MutationObserver, onlineManager, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createInvitesMutationOptions, deleteInvitesMutationOptions, listUsersOptions } from "../generated/query.ts";
import { setUp } from "../test-utils/set-up.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Runs every timer until a call settles, however it does. */
async function settle(call: Promise<unknown>): Promise<void> {
  const settled = call.catch(() => {});
  await vi.runAllTimersAsync();
  await settled;
}

it.each([
  ["a passing failure", 503, {}, 4],
  ["a connection that breaks off", "network-error", {}, 4],
  ["something that is not there", 404, {}, 1],
  ["a caller who wants no retries", 503, { retry: false }, 1],
  ["a caller who wants one", 404, { retry: 1 }, 2],
  ["a caller who leaves it open", 503, { retry: undefined, retryDelay: undefined }, 4],
] as const)("sends a read as often as it should for %s", async (_case, status, overrides, requests) => {
  // The client retries too when asked directly: here it must not.
  const { iam, queryClient, workspace, takeRequests } = setUp({}, { interceptors: [retry()] });
  workspace.fail("listUsers", { status, times: 99 });
  // @ts-expect-error -- without exactOptionalPropertyTypes, callers may hand on an option that is undefined
  await settle(queryClient.fetchQuery(listUsersOptions(iam, {}, overrides)));
  expect(takeRequests()).toHaveLength(requests);
});

it.each([
  ["once when it may have been carried out", 500, 1],
  ["once when the connection broke off", "network-error", 1],
  ["again when it was refused for its rate", 429, 2],
] as const)("sends a write that is not idempotent %s", async (_case, status, requests) => {
  const { iam, queryClient, workspace, takeRequests } = setUp();
  workspace.fail("createInvites", { status });
  const mutation = new MutationObserver(queryClient, createInvitesMutationOptions(iam));
  await settle(mutation.mutate({ invites: [{ email: "new@example.com" }] }));
  expect(takeRequests().filter((request) => request.startsWith("POST"))).toHaveLength(requests);
});

it("sends an idempotent write again", async () => {
  const { iam, queryClient, workspace, takeRequests } = setUp();
  workspace.fail("deleteInvites", { status: 503 });
  const emails = workspace.invites.map(({ email }) => email);
  const mutation = new MutationObserver(queryClient, deleteInvitesMutationOptions(iam));
  await settle(mutation.mutate({ emails }));
  expect(mutation.getCurrentResult().status).toBe("success");
  expect(takeRequests()).toHaveLength(2);
});

it("shows what the server asked to wait, and waits that long", async () => {
  const { iam, queryClient, workspace, takeRequests } = setUp();
  workspace.fail("listUsers", { status: 429, headers: { "retry-after": "30" }, body: { errors: [] } });
  const observer = new QueryObserver(queryClient, listUsersOptions(iam));
  const stop = observer.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(30_000);
  const { failureReason, failureCount } = observer.getCurrentResult();
  expect(failureCount).toBe(1);
  expect(failureReason).toBeInstanceOf(ApiError);
  expect(failureReason).toMatchObject({ status: 429, retryAfterMs: 31_000 });
  expect(takeRequests()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(observer.getCurrentResult().status).toBe("success");
  stop();
});

it("pauses while there is no network, and goes on after", async () => {
  const { iam, queryClient, workspace, takeRequests } = setUp();
  workspace.fail("listUsers", { status: "network-error" });
  const observer = new QueryObserver(queryClient, listUsersOptions(iam));
  const stop = observer.subscribe(() => {});
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
  stop();
});

it("waits in a hidden tab, and goes on when it is seen again", async () => {
  const { iam, queryClient, workspace, takeRequests } = setUp();
  workspace.fail("listUsers", { status: "network-error" });
  const observer = new QueryObserver(queryClient, listUsersOptions(iam));
  const stop = observer.subscribe(() => {});
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
  stop();
});
