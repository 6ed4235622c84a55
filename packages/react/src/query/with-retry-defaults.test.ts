import { ApiError } from "@segment-iam/client";
import { retry } from "@segment-iam/helpers/retry";
import { onlineManager, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { listUsersInfiniteOptions, listUsersOptions } from "../generated/query.ts";
import { setUp } from "../test-utils/set-up.ts";
import { startWrite } from "../test-utils/start-write.ts";
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
  ["createInvites", "once", 500, 1, "rejected"],
  ["createInvites", "once", "network-error", 1, "rejected"],
  ["createInvites", "again", 429, 2, "fulfilled"],
  ["deleteInvites", "again", 503, 2, "fulfilled"],
] as const)("sends %s %s after a failure (%s)", async (operation, _times, status, requests, outcome) => {
  const { iam, queryClient, workspace } = setUp();
  workspace.fail(operation, { status });
  const [email = ""] = workspace.invites.map((invite) => invite.email);
  const variables = { createInvites: { invites: [{ email: "new@example.com" }] }, deleteInvites: { emails: [email] } };
  const write = startWrite(queryClient, iam, operation, variables[operation]);
  await settle(write);
  expect(await Promise.allSettled([write])).toMatchObject([{ status: outcome }]);
  expect(workspace.requests.filter((request) => request.operation === operation)).toHaveLength(requests);
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
  onTestFinished(() => {
    onlineManager.setOnline(true);
    queryClient.unmount();
    unsubscribe();
  });
  await vi.advanceTimersByTimeAsync(0);
  onlineManager.setOnline(false);
  await vi.runAllTimersAsync();
  expect(observer.getCurrentResult()).toMatchObject({ fetchStatus: "paused", failureCount: 1 });
  expect(takeRequests()).toHaveLength(1);
  onlineManager.setOnline(true);
  await vi.runAllTimersAsync();
  expect(observer.getCurrentResult().status).toBe("success");
  expect(takeRequests()).toHaveLength(1);
});
