import type { Handler } from "@segment-iam/client";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it } from "vitest";
import { createContext, read } from "../test-utils/request-context.ts";
import { success } from "../test-utils/fake-client.ts";
import { rateLimit } from "./rate-limit.ts";

const operation = { ...read, rateLimit: { requests: 10, windowSeconds: 10 } };

/** Creates a rate limiter, and records the names of calls in the order of sending. */
function start(handler: Handler, clock = new VirtualClock()) {
  const order: string[] = [];
  const limiter = rateLimit({ clock, maxWaitMs: Infinity });
  const limited = limiter((context) => {
    order.push((context.call.options.headers as { name: string }).name);
    return handler(context);
  });
  const call = (priority: "interactive" | "bulk", name: string): void =>
    void limited(createContext(operation, { priority, headers: { name } })).catch(() => {});
  const callAll = (priority: "interactive" | "bulk", count: number): void => {
    for (let index = 1; index <= count; index += 1) call(priority, `${priority[0]}${index}`);
  };
  return { clock, order, limiter, call, callAll };
}

/** Starts a server with a limit of one request in ten seconds, and fills its window. */
function startWithLimitOne() {
  const clock = new VirtualClock();
  const server = new SimulatedApi({ clock, limit: 1, windowMs: 10_000 });
  const started = start(server.handle, clock);
  started.call("interactive", "first");
  return started;
}

it("sends one bulk call after nine interactive calls, and the others when no interactive call waits", async () => {
  const { clock, order, callAll } = startWithLimitOne();
  callAll("bulk", 2);
  callAll("interactive", 12);
  await clock.advance(200_000);
  const firstNine = ["i1", "i2", "i3", "i4", "i5", "i6", "i7", "i8", "i9"];
  expect(order).toEqual(["first", ...firstNine, "b1", "i10", "i11", "i12", "b2"]);
});

it("counts only interactive calls that were sent while bulk calls waited", async () => {
  const { clock, order, call, callAll } = startWithLimitOne();
  callAll("interactive", 10);
  await clock.advance(105_000);
  call("bulk", "b");
  call("interactive", "i");
  await clock.advance(200_000);
  expect(order.slice(-2)).toEqual(["i", "b"]);
});

it("reserves a tenth of a window for interactive calls", async () => {
  const responses: ((response: Response) => void)[] = [];
  const { clock, order, limiter, callAll } = start(() => new Promise((resolve) => void responses.push(resolve)));
  callAll("interactive", 1);
  await clock.advance(0);
  // A response without headers: the limit is the one from the spec, and no other client is visible.
  responses[0]?.(success());
  await clock.advance(0);
  callAll("bulk", 12);
  await clock.advance(0);
  expect([order.length, limiter.state(operation).queued]).toEqual([1 + 8, 4]);
  callAll("interactive", 3);
  await clock.advance(0);
  expect([order.length, limiter.state(operation).queued]).toEqual([1 + 8 + 1, 4 + 2]);
});

it.each([
  ["uses the whole window for bulk calls without an interactive call within ten seconds", 0, 10],
  ["reserves a share of the window after an interactive call within ten seconds", 1, 9],
])("%s", async (_, interactiveCalls, sent) => {
  const clock = new VirtualClock();
  const server = new SimulatedApi({ clock, limit: 10, windowMs: 10_000 });
  const { order, call, callAll } = start(server.handle, clock);
  call("interactive", "i");
  callAll("bulk", 30);
  await clock.advance(9_500);
  callAll("interactive", interactiveCalls);
  await clock.advance(500);
  expect(order).toHaveLength(1 + 8 + interactiveCalls);
  order.length = 0;
  await clock.advance(1_000);
  expect(order).toHaveLength(sent);
});

it("limits the queue of both priorities together", async () => {
  const clock = new VirtualClock();
  const limited = rateLimit({ clock, maxQueueSize: 2 })(() => new Promise(() => {}));
  const call = (priority: "interactive" | "bulk") => limited(createContext(read, { priority }));
  void call("interactive");
  void call("interactive");
  void call("bulk");
  await expect(call("interactive")).rejects.toMatchObject({ name: "QueueFullError", queued: 2 });
  await expect(call("bulk")).rejects.toThrow(
    "getThing was not sent: 2 calls are queued for its rate limit. Retry later, or raise maxQueueSize",
  );
});
