import { RateLimiterRedis, type RateLimiterRes } from "rate-limiter-flexible";
import { expect, it, onTestFinished, vi } from "vitest";
import { connectors } from "../test-utils/redis/redis-clients.ts";
import { startRedis } from "../test-utils/redis/redis-server.ts";
import { systemClock } from "../clock.ts";
import { RedisWindowStore } from "./redis-window-store.ts";

const LIMIT = 10;
/** Long enough for a busy machine to use up a window before it ends. */
const WINDOW_SECONDS = 3;

/** Counts a request with the API's rate limiter, and returns whether it was accepted. */
function consume(api: RateLimiterRedis): Promise<{ accepted: boolean; result: RateLimiterRes }> {
  return api.consume("token").then(
    (result) => ({ accepted: true, result }),
    (result: RateLimiterRes) => ({ accepted: false, result }),
  );
}

it("grants exactly as many requests per window as rate-limiter-flexible accepts", async () => {
  const redis = await startRedis({ onTestFinished });
  const [ours, theirs] = await Promise.all([
    connectors.redis({ path: redis.path }),
    connectors.ioredis({ path: redis.path }),
  ]);
  onTestFinished(ours.close);
  onTestFinished(theirs.close);
  const api = new RateLimiterRedis({ storeClient: theirs.client, points: LIMIT, duration: WINDOW_SECONDS });
  const windows = new RedisWindowStore({
    client: ours.client,
    keyPrefix: "ours",
    timeoutMs: 5_000,
    clock: systemClock,
  });

  for (let window = 0; window < 2; window += 1) {
    // Our window must not open before the one of the API.
    await vi.waitUntil(async () => (await windows.take("key", "interactive")).kind === "probe", {
      interval: 5,
      timeout: 30_000,
    });
    const { accepted, result } = await consume(api);
    expect({ accepted, consumed: result.consumedPoints }).toEqual({ accepted: true, consumed: 1 });
    await windows.report("key", {
      kind: "window",
      remaining: result.remainingPoints,
      limit: LIMIT,
      windowMs: WINDOW_SECONDS * 1_000,
      endsInMs: result.msBeforeNext,
    });
    const remaining = [];
    for (let take = await windows.take("key", "interactive"); take.kind === "granted";) {
      const sent = await consume(api);
      expect({ accepted: sent.accepted, remaining: sent.result.remainingPoints }).toEqual({
        accepted: true,
        remaining: take.remaining,
      });
      remaining.push(take.remaining);
      take = await windows.take("key", "interactive");
    }
    expect(remaining).toEqual(Array.from({ length: LIMIT - 1 }, (_, index) => LIMIT - 2 - index));
    expect((await consume(api)).accepted).toBe(false);
  }
});
