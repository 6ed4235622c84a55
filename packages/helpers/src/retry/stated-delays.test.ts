import type { Handler } from "@segment-iam/client";
import { seededRandom } from "@segment-iam/test-utils/random";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { rateLimit } from "../rate-limit/rate-limit.ts";
import { createContext, read, write } from "../test-utils/request-context.ts";
import { failure } from "../test-utils/fake-client.ts";
import { retry } from "./retry.ts";

it("completes 40 calls at once with a limit of ten a second, without a rate limiter", async () => {
  const clock = new VirtualClock();
  const random = seededRandom(1);
  const server = new SimulatedApi({ clock, limit: 10, windowMs: 1_000, latencyMs: () => 5 + random() * 10 });
  const call = retry({ clock, random })(server.handle);
  const responses = await clock.run(Promise.all(Array.from({ length: 40 }, () => call(createContext(read)))));
  expect(responses.filter(({ ok }) => !ok)).toEqual([]);
  expect(clock.now()).toBeLessThan(5_000);
});

it.each([
  ["a 429 with a delay", () => failure(429, {}, { msBeforeNext: 1_000 }), 4 + 5],
  ["a 429 without a delay", () => failure(429), 4],
  ["a 503 with a delay", () => failure(503, { "retry-after": "1" }), 4],
])("makes more than four attempts only for %s", async (_, respond, attempts) => {
  const clock = new VirtualClock();
  const handler = vi.fn<Handler>(async () => respond());
  await clock.run(retry({ clock })(handler)(createContext(read, { priority: "bulk" })));
  expect(handler).toHaveBeenCalledTimes(attempts);
});

it.each([
  ["one minute", { requests: 60, windowSeconds: 60 }, 70],
  ["five minutes", { requests: 60, windowSeconds: 300 }, 70],
])("completes calls that have to wait for a second window of %s, with all defaults", async (_, limit, calls) => {
  const clock = new VirtualClock();
  const random = seededRandom(1);
  const windowMs = limit.windowSeconds * 1_000;
  const server = new SimulatedApi({ clock, limit: limit.requests, windowMs, latencyMs: () => 5 + random() * 200 });
  const call = retry({ clock, random })(rateLimit({ clock })(server.handle));
  const context = () => createContext({ ...write, rateLimit: limit });
  const responses = await clock.run(Promise.all(Array.from({ length: calls }, () => call(context()))));
  expect(responses.filter(({ ok }) => !ok)).toEqual([]);
  expect(server.refused).toBe(0);
});

it("fails a call at once if it would wait longer than fifteen minutes for a window", async () => {
  const clock = new VirtualClock();
  const daily = { ...write, rateLimit: { requests: 1, windowSeconds: 86_400 } };
  const server = new SimulatedApi({ clock, limit: 1, windowMs: 86_400_000 });
  const call = retry({ clock })(rateLimit({ clock })(server.handle));
  await clock.run(call(createContext(daily)));
  const error = await call(createContext(daily)).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "WaitTooLongError", maxWaitMs: 900_000, attempts: 0 });
});
