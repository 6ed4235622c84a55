import { expect, it } from "vitest";
import { createContext } from "../test-utils/request-context.ts";
import { success } from "../test-utils/fake-client.ts";
import { operation, simulateSharedLimit, WINDOW_MS, LIMIT } from "../test-utils/redis/simulate-shared-limit.ts";
import { sharedRateLimit } from "./shared-rate-limit.ts";

it("applies the limit from the spec after a raw call when responses have no headers", async () => {
  const { clock, windows } = simulateSharedLimit();
  const sentAtMs: number[] = [];
  const limiter = sharedRateLimit(windows, { clock });
  const limited = limiter(async () => {
    sentAtMs.push(clock.now());
    return success();
  });
  const { rateLimit: _, ...raw } = operation;
  await clock.run(limited(createContext(raw)));
  expect(limiter.state(operation).limit).toBe(LIMIT);
  // The window that the raw call opened has no limit. The limit from the spec applies after its end.
  await clock.advance(60_000);
  const startMs = clock.now();
  await clock.run(Promise.all(Array.from({ length: LIMIT + 1 }, () => limited(createContext(operation)))));
  const waitedMs = sentAtMs.slice(1).map((atMs) => atMs - startMs);
  expect(waitedMs.filter((ms) => ms < WINDOW_MS)).toHaveLength(LIMIT);
  expect(Math.max(...waitedMs)).toBeLessThan(1.1 * WINDOW_MS);
});
