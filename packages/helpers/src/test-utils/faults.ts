import { hints } from "@segment-iam/test-utils/retry-hints";
import type { Fault } from "@segment-iam/test-utils/simulated-fault";
import fc from "fast-check";

const hint = fc.constantFrom(...hints);

const failed = (statuses: readonly number[], maxWaitMs: number): fc.Arbitrary<Fault> =>
  fc.record({
    kind: fc.constant("failed"),
    status: fc.constantFrom(...statuses),
    hint,
    waitMs: fc.nat(maxWaitMs),
  });

const none: fc.Arbitrary<Fault> = fc.record({ kind: fc.constant("none"), hint });

const broken: fc.Arbitrary<Fault> = fc.record({ kind: fc.constantFrom("refused", "reset", "lost", "hung"), hint });

/** Generates the faults of successive requests. The most frequent kind is `none`. Failures state a delay of up to `maxWaitMs`. */
export function faults(maxWaitMs = 20_000): fc.Arbitrary<Fault[]> {
  const fault = fc.oneof(
    { arbitrary: none, weight: 5 },
    { arbitrary: broken, weight: 2 },
    { arbitrary: failed([408, 500, 502, 503, 504], maxWaitMs), weight: 2 },
    { arbitrary: failed([429], maxWaitMs), weight: 2 },
    { arbitrary: failed([401, 404, 422], maxWaitMs), weight: 1 },
  );
  return fc.array(fault, { minLength: 1, maxLength: 12 });
}
