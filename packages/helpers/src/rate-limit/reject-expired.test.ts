import { ApiError, type Handler } from "@segment-iam/client";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it } from "vitest";
import { retry } from "../retry/retry.ts";
import { createContext, read, write } from "../test-utils/request-context.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { rateLimit } from "./rate-limit.ts";

const date = "Thu, 01 Jan 2026 12:00:00 GMT";

/** Creates the response to request number `consumed` of 60, in a window that ends in 40 s. */
const successWith = (consumed: number) =>
  success(undefined, {
    date,
    "x-ratelimit-consumed": String(consumed),
    "x-ratelimit-remaining": String(60 - consumed),
    "x-ratelimit-reset": "Thu, 01 Jan 2026 12:00:40 GMT",
  });

/** Makes calls at once, and counts the rejected calls of each priority. `respond` sends the response to the first call. */
function start(maxWaitMs: number, interactive: number, bulk: number) {
  const clock = new VirtualClock();
  let respondFirst: ((response: Response) => void) | undefined;
  const handler: Handler = () => new Promise((resolve) => void (respondFirst ??= resolve));
  const limited = rateLimit({ clock, maxWaitMs })(handler);
  const rejected: { interactive: number; bulk: number; waits: Set<unknown> } = {
    interactive: 0,
    bulk: 0,
    waits: new Set(),
  };
  const call = (priority: "interactive" | "bulk"): void =>
    void limited(createContext(write, { priority })).catch((error: { retryAfterMs: number }) => {
      rejected[priority] += 1;
      rejected.waits.add(error.retryAfterMs);
    });
  for (let count = 0; count < interactive; count += 1) call("interactive");
  for (let count = 0; count < bulk; count += 1) call("bulk");
  return { clock, rejected, respond: (response: Response) => respondFirst?.(response) };
}

it("rejects calls at once when their wait would be too long by the limit from the spec", async () => {
  const { clock, rejected } = start(60_000, 125, 0);
  await clock.advance(0);
  // One call is in flight, 59 can follow in this window, and 60 in the next one.
  expect(rejected).toEqual({ interactive: 125 - 1 - 59 - 60, bulk: 0, waits: new Set([120_000]) });
});

it("rejects calls when the window becomes known and their wait would be too long", async () => {
  const { clock, rejected, respond } = start(70_000, 110, 0);
  await clock.advance(0);
  expect(rejected.interactive).toBe(0);
  respond(successWith(30));
  await clock.advance(0);
  // One call is done, 30 requests are left, and 60 more follow in the next window. The others would wait a minute longer.
  expect(rejected).toEqual({ interactive: 110 - 1 - 30 - 60, bulk: 0, waits: new Set([101_050]) });
});

it("estimates the wait of bulk calls with a tenth of each window reserved, behind interactive calls", async () => {
  const { clock, rejected, respond } = start(70_000, 31, 90);
  await clock.advance(0);
  respond(successWith(30));
  await clock.advance(0);
  // The 30 interactive calls use the rest of this window. The next one permits 54 bulk calls.
  expect(rejected).toMatchObject({ interactive: 0 });
  expect(rejected.bulk).toBeGreaterThanOrEqual(90 - 54 - 6);
  expect(rejected.bulk).toBeLessThan(90);
});

it("throws with a retryAfterMs of 0 when the wait cannot be estimated", async () => {
  const clock = new VirtualClock();
  const limited = rateLimit({ clock, maxWaitMs: 5_000 })(() => new Promise(() => {}));
  void limited(createContext(read));
  const error = await clock.run(limited(createContext(read)).catch((reason: unknown) => reason));
  expect(error).toMatchObject({ name: "WaitTooLongError", retryAfterMs: 0, maxWaitMs: 5_000 });
  expect(String(error)).toContain("getThing could not be sent within 5000 ms because of its rate limit. Retry later");
});

const retryApiErrors = (failure: unknown) => (failure instanceof ApiError ? 0 : undefined);

it("reports whole milliseconds and the attempts that were sent", async () => {
  const clock = new VirtualClock();
  const handler: Handler = async ({ call }) => {
    call.attempts += 1;
    await clock.advance(0.4);
    return failure(429, {}, { msBeforeNext: 30_000.25 });
  };
  const call = retry({ clock, policy: retryApiErrors, deadlineMs: 20_000.629_147 })(rateLimit({ clock })(handler));
  const error = await call(createContext(write)).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "WaitTooLongError", attempts: 1, maxWaitMs: 20_000, retryAfterMs: 30_051 });
  expect(String(error)).toContain(
    "could not be sent within 20000 ms because of its rate limit. Retry in about 30051 ms",
  );
});

it("does not reject calls that can be sent in time", async () => {
  const clock = new VirtualClock();
  const limited = rateLimit({ clock, maxWaitMs: 60_051 })(async () => success());
  const calls = Array.from({ length: 61 }, () => limited(createContext(write)));
  const statuses = (await clock.run(Promise.all(calls))).map(({ status }) => status);
  expect([new Set(statuses), clock.now()]).toEqual([new Set([200]), 60_050]);
});

it("limits the wait to the time left before the deadline of the call", async () => {
  const clock = new VirtualClock();
  const limited = rateLimit({ clock })(() => new Promise(() => {}));
  void limited(createContext(read));
  const context = createContext(read);
  context.call.timeLeftMs = () => 7_000 - clock.now();
  await clock.advance(3_000);
  const error = await clock.run(limited(context).catch((reason: unknown) => reason));
  expect([error, clock.now()]).toEqual([expect.objectContaining({ maxWaitMs: 4_000 }), 7_000]);
});
