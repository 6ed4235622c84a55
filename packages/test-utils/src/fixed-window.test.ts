import fc from "fast-check";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { expect, it } from "vitest";
import { FixedWindow } from "./fixed-window.ts";
import { installVirtualClock } from "./install-virtual-clock.ts";
import { VirtualClock } from "./virtual-clock.ts";

it("counts like rate-limiter-flexible for any arrival times", async () => {
  const gapsMs = fc.array(fc.oneof(fc.nat(50), fc.nat(15_000), fc.constantFrom(9_999, 10_000, 10_001)), {
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(gapsMs, fc.integer({ min: 1, max: 10 }), async (gapsMs, limit) => {
      const clock = new VirtualClock();
      const uninstall = installVirtualClock(clock, Date.UTC(2026, 0, 1));
      try {
        const window = new FixedWindow({ clock, limit, windowMs: 10_000 });
        const oracle = new RateLimiterMemory({ points: limit, duration: 10 });
        for (const gapMs of gapsMs) {
          await clock.advance(gapMs);
          const expected = await oracle.consume("token").catch((refusal: RateLimiterRes) => refusal);
          const { consumedPoints, remainingPoints, msBeforeNext } = expected;
          expect(window.consume()).toEqual({ consumedPoints, remainingPoints, msBeforeNext });
        }
      } finally {
        uninstall();
      }
    }),
    { numRuns: 60 },
  );
});
