import { listUsers } from "@segment-iam/client";
import { rateLimit } from "@segment-iam/helpers/rate-limit";
import { expect, it, onTestFinished, vi } from "vitest";
import { setUp } from "../test-utils/set-up.ts";

it.each([
  ["an error envelope", 409, { errors: [{ type: "conflict", message: "No", field: "a", data: { b: 1 } }] }, undefined],
  ["an HTML page", 502, "<h1>Bad gateway</h1>", [{ type: "upstream-error", message: "The API responded with 502" }]],
  ["an empty body", 503, "", [{ type: "upstream-error", message: "The API responded with 503" }]],
])("forwards the API's status with %s", async (_, status, body, errors) => {
  const { send, workspace } = setUp();
  workspace.fail(listUsers, { status, body, headers: { "set-cookie": "a=b" } });
  const response = await send("/api/iam/users");
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual(errors ? { errors } : body);
  expect(Object.fromEntries(response.headers)).toEqual({
    "cache-control": "no-store",
    "content-type": "application/json",
    "x-request-id": expect.any(String),
    "x-should-retry": "false",
  });
});

it("forwards Retry-After on a 429", async () => {
  const { send } = setUp({
    workspace: { users: 1, clock: () => 0, limits: { listUsers: { requests: 1, windowSeconds: 60 } } },
  });
  await send("/api/iam/users");
  const response = await send("/api/iam/users");
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("61");
  expect(await response.json()).toMatchObject({ errors: [{ data: { msBeforeNext: 60_000, consumedPoints: 2 } }] });
});

it.each([
  ["the connection breaks", "network-error" as const, undefined, 502, "The connection to the API failed"],
  ["a success is not JSON", 200, "<h1>Log in</h1>", 502, "The API's response could not be read"],
  ["a success is empty", 200, "", 502, "The API's response could not be read"],
])("responds with 502 and calls onError if %s", async (_, status, body, expectedStatus, message) => {
  const onError = vi.fn<(failure: unknown) => void>();
  const { send, workspace } = setUp({ onError });
  workspace.fail(listUsers, { status, body });
  const response = await send("/api/iam/users");
  expect(response.status).toBe(expectedStatus);
  expect(await response.json()).toEqual({ errors: [{ type: "bad-gateway", message }] });
  expect(onError).toHaveBeenCalledOnce();
});

it.each([
  ["maxWaitMs", rateLimit({ maxWaitMs: 0 }), 429, true],
  ["maxQueueSize", rateLimit({ maxQueueSize: 0 }), 503, false],
])(
  "rejects calls that exceed the limiter's %s without an upstream request",
  async (_, limiter, status, hasRetryAfter) => {
    const limits = { listUsers: { requests: 1, windowSeconds: 60 } };
    const { send, workspace } = setUp({ interceptors: [limiter], workspace: { users: 1, limits } });
    expect((await send("/api/iam/users")).status).toBe(200);
    const response = await send("/api/iam/users");
    expect(response.status).toBe(status);
    expect(response.headers.has("retry-after")).toBe(hasRetryAfter);
    expect(workspace.requests).toHaveLength(1);
  },
);

it("responds with 504 if the API times out", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { send } = setUp({ workspace: { users: 1, latencyMs: 60_000 }, timeoutMs: 1_000 });
  const call = send("/api/iam/users");
  await vi.advanceTimersByTimeAsync(1_000);
  const response = await call;
  expect(response.status).toBe(504);
  expect(await response.json()).toEqual({
    errors: [{ type: "gateway-timeout", message: "The API did not respond in time" }],
  });
});

it("calls onError if the API rejects the token", async () => {
  const onError = vi.fn<(failure: unknown) => void>();
  const { send } = setUp({ onError, token: "sgp_old" });
  expect((await send("/api/iam/users")).status).toBe(401);
  expect(onError).toHaveBeenCalledWith(
    expect.objectContaining({ status: 401 }),
    expect.any(Request),
    expect.any(String),
  );
});

it("does not call onError for an aborted call or a 404", async () => {
  const onError = vi.fn<(failure: unknown) => void>();
  const { send } = setUp({ onError });
  const controller = new AbortController();
  const call = send("/api/iam/users", { signal: controller.signal });
  controller.abort();
  expect((await call).status).toBe(499);
  expect((await send("/api/iam/users/unknown")).status).toBe(404);
  expect(onError).not.toHaveBeenCalled();
});
