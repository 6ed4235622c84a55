import { spawnSync } from "node:child_process";
import { ApiError, listInvites } from "@segment-iam/client";
import type { Fault } from "@segment-iam/test-utils/simulated-fault";
import { afterEach, expect, it, vi } from "vitest";
import { paginate } from "./pagination/paginate.ts";
import { createRetryPolicy } from "./retry/retry-policy.ts";
import { collect } from "./test-utils/collect.ts";
import { countListeners } from "./test-utils/count-listeners.ts";
import { read } from "./test-utils/request-context.ts";
import { fakeClient, failure, success } from "./test-utils/fake-client.ts";
import { simulate } from "./test-utils/simulate.ts";

// Each test covers a known bug of a similar library.

const DAY_MS = 24 * 60 * 60_000;

const ok: Fault = { kind: "none", hint: "body" };
const reset: Fault = { kind: "reset", hint: "none" };
const failureWithDelay = (status: number, waitMs: number): Fault => ({ kind: "failed", status, hint: "body", waitMs });

afterEach(() => void vi.unstubAllGlobals());

it.each([
  ["X-RateLimit-Reset", "reset"],
  ["a date in Retry-After", "date"],
  ["seconds in Retry-After", "seconds"],
] as const)("waits until the window has ended, although %s is in whole seconds", async (_, hint) => {
  const { clock, api, call } = simulate({ seed: 1, limit: 1, windowMs: 10_900, faults: [{ kind: "none", hint }] });
  await clock.run(call("fills the window", read));
  const { msBeforeNext } = await api.consume();
  const endMs = clock.now() + msBeforeNext;
  await clock.run(call("waits", read));
  expect(api.requests.at(-1)?.sentMs).toBeGreaterThanOrEqual(endMs);
  expect(api.refused).toBe(0);
});

it("counts attempts per call", async () => {
  const { clock, api, call } = simulate({ seed: 1, faults: [reset] });
  for (const name of ["first", "second"]) await clock.run(call(name, read).catch(() => {}));
  expect(api.requests.map(({ call }) => call)).toEqual([
    ...Array<string>(4).fill("first"),
    ...Array<string>(4).fill("second"),
  ]);
});

it.each([
  ["a backoff", [failureWithDelay(503, 30_000)]],
  ["the wait in the queue of the rate limit", [failureWithDelay(429, 30_000)]],
])("ends %s at once on an abort", async (_, faults) => {
  const { clock, api, call } = simulate({ seed: 1, faults });
  const controller = new AbortController();
  const settled = vi.fn();
  call("sleeps", read, { signal: controller.signal }).then(settled, settled);
  await clock.advance(5_000);
  controller.abort("enough");
  await clock.advance(0);
  expect(settled).toHaveBeenCalledWith("enough");
  expect([api.requests.length, clock.pending]).toEqual([1, 0]);
});

it("removes all listeners from a long-lived signal after a hundred calls", async () => {
  const { clock, call } = simulate({
    seed: 1,
    limit: 10,
    windowMs: 1_000,
    faults: [ok, failureWithDelay(503, 10), reset],
  });
  const { signal } = new AbortController();
  const listeners = countListeners(signal);
  for (let count = 0; count < 100; count += 1) await clock.run(call("one", read, { signal }).catch(() => {}));
  expect(listeners()).toBe(0);
});

it.each([429, 503])("throws at once, with retryAfterMs, on a %i with a Retry-After of days", async (status) => {
  const { clock, api, call } = simulate({
    seed: 1,
    faults: [{ kind: "failed", status, hint: "seconds", waitMs: 3 * DAY_MS }],
  });
  const error = await clock.run(call("too long", read).catch((reason: unknown) => reason));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status, retryAfterMs: 3 * DAY_MS + 1_000 });
  expect([api.requests.length, clock.pending]).toEqual([1, 0]);
});

it("supports a delay and a timeout of 40 days", async () => {
  const patient = { deadlineMs: Infinity, maxDelayMs: Infinity };
  const { clock, api, call } = simulate({ seed: 1, faults: [failureWithDelay(503, 40 * DAY_MS), ok], retry: patient });
  await clock.run(call("patient", read, { timeoutMs: 40 * DAY_MS }));
  expect(api.requests).toHaveLength(2);
  expect(api.requests[1]?.sentMs).toBeGreaterThanOrEqual(40 * DAY_MS);
});

it("sends four requests, not sixteen, when the caller retries with the same policy", async () => {
  const { clock, api, call } = simulate({ seed: 1, faults: [reset] });
  const policy = createRetryPolicy({ random: () => 0 });
  /** Retries by the policy, like TanStack Query. */
  const callWithRetries = async (): Promise<number> => {
    for (let failures = 1; ; failures += 1) {
      const error = await call("owned", read, { retry: false }).catch((reason: unknown) => reason);
      if (policy(error, failures, read) === undefined) return failures;
    }
  };
  expect(await clock.run(callWithRetries())).toBe(4);
  expect(api.requests).toHaveLength(4);
});

it("starts from the beginning with a new iterator after a rejected next()", async () => {
  let isUp = false;
  const iam = fakeClient(() => (isUp ? success({ invites: ["a"], pagination: { current: "" } }) : failure(500)));
  const invites = paginate(listInvites, iam);
  const iterator = invites[Symbol.asyncIterator]();
  await expect(iterator.next()).rejects.toMatchObject({ name: "PageError" });
  isUp = true;
  expect(await iterator.next()).toEqual({ done: true, value: undefined });
  expect(await collect(invites)).toEqual(["a"]);
});

it.each([
  ["does not keep the process alive for a subscription", 0, ["subscribed"]],
  ["keeps the process alive for a call that waits for its retry", 1, ["subscribed", "retried"]],
])(
  "%s",
  (_, failures, printed) => {
    const code = `
    const { rateLimit } = await import(${JSON.stringify(import.meta.resolve("./rate-limit.ts"))});
    const { retry } = await import(${JSON.stringify(import.meta.resolve("./retry.ts"))});
    const limiter = rateLimit();
    const operation = { id: "getThing", method: "GET", path: "/things", rateLimit: { requests: 60, windowSeconds: 60 } };
    limiter.subscribe(operation, () => {});
    let failures = ${failures};
    const send = async () => failures-- > 0 ? new Response("", { status: 503 }) : Response.json({ data: {} });
    const call = () => retry({ random: () => 0.5 })(limiter(send))({ operation, headers: {}, url: "", call: { options: {}, attempts: 0 } });
    call().then(() => console.log(${failures} ? "retried" : ""));
    console.log("subscribed");`;
    const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      encoding: "utf8",
      timeout: 20_000,
    });
    expect([status, stdout.trim().split("\n")]).toEqual([0, printed]);
  },
  30_000,
);
