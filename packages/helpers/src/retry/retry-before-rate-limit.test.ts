import { NetworkError, type Handler } from "@segment-iam/client";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { rateLimit } from "../rate-limit/rate-limit.ts";
import { createContext, read, write } from "../test-utils/request-context.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { retry } from "./retry.ts";

const limited = (msBeforeNext = 1_000) => failure(429, {}, { msBeforeNext });

/** Creates a call with both interceptors in the documented order. */
function start(handler: Handler) {
  const clock = new VirtualClock();
  const interceptor = retry({ clock, deadlineMs: Infinity, random: () => 0.5 });
  return { clock, call: interceptor(rateLimit({ clock })(handler)) };
}

it.each([
  [{ deadlineMs: 900_000 }, {}, "interactive", 120],
  [{ deadlineMs: 900_000 }, { maxWaitMs: 900_000 }, "interactive", 300],
  [{}, {}, "bulk", 300],
] as const)(
  "limits 300 calls at once by the deadline and maxWaitMs (%j, %j, %s: %i sent)",
  async (retryOptions, limitOptions, priority, sent) => {
    const clock = new VirtualClock();
    const handler = vi.fn<Handler>(async () => success());
    const call = retry({ clock, ...retryOptions })(rateLimit({ clock, ...limitOptions })(handler));
    const calls = Array.from({ length: 300 }, () => call(createContext(write, { priority })));
    await clock.run(Promise.allSettled(calls));
    expect(handler).toHaveBeenCalledTimes(sent);
  },
);

it("waits for the delay of a 429 once", async () => {
  const handler = vi.fn<Handler>().mockResolvedValueOnce(limited(9_000)).mockResolvedValue(success());
  const { clock, call } = start(handler);
  expect((await clock.run(call(createContext(write)))).status).toBe(200);
  expect(clock.now()).toBe(9_050);
});

it("makes five more attempts for 429s that the queue waits for", async () => {
  const handler = vi.fn<Handler>(async () => limited());
  const { clock, call } = start(handler);
  expect((await clock.run(call(createContext(write)))).status).toBe(429);
  expect(handler).toHaveBeenCalledTimes(4 + 5);
});

it("does not use the retry budget for 429s that the queue waits for", async () => {
  let rateLimited = 60;
  const { clock, call } = start(async () => (rateLimited-- > 0 ? limited() : success()));
  for (let calls = 0; calls < 20; calls += 1) await clock.run(call(createContext(read))).then(() => (rateLimited = 3));
  expect((await clock.run(call(createContext(read)))).status).toBe(200);
});

it("sends a call that got a 429 before calls that were not sent yet", async () => {
  const order: string[] = [];
  let isFirst = true;
  const { clock, call } = start(async ({ call }) => {
    call.attempts += 1;
    order.push((call.options.headers as { name: string }).name);
    if (!isFirst) return success();
    isFirst = false;
    return limited();
  });
  await clock.run(Promise.all(["a", "b", "c"].map((name) => call(createContext(read, { headers: { name } })))));
  expect(order).toEqual(["a", "a", "b", "c"]);
});

it("never repeats an ambiguous write, makes at most nine attempts, and sends the same bytes", async () => {
  const outcome = fc.constantFrom("200", "429", "500", "503", "404", "reset", "refused");
  await fc.assert(
    fc.asyncProperty(fc.array(outcome, { minLength: 1, maxLength: 12 }), async (outcomes) => {
      const sent: string[] = [];
      const bodies = new Set<unknown>();
      const { clock, call } = start(async ({ body, operation }) => {
        const next = outcomes[sent.length % outcomes.length] ?? "200";
        sent.push(next);
        bodies.add(body);
        if (next === "200") return success();
        if (next === "429") return limited();
        if (next === "reset") throw new NetworkError(operation.id, 1, new Error("socket hang up"));
        if (next !== "refused") return failure(Number(next));
        throw new NetworkError(operation.id, 1, Object.assign(new Error("refused"), { code: "ECONNREFUSED" }));
      });
      await clock.run(call(createContext(write)).catch(() => {}));
      expect(sent.slice(0, -1).every((each) => each === "429" || each === "refused")).toBe(true);
      expect(sent.length).toBeLessThanOrEqual(9);
      expect([...bodies]).toEqual(['{"name":"thing"}']);
      expect(clock.pending).toBe(0);
    }),
  );
});
