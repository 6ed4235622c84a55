import fc from "fast-check";
import { hints, type Hint } from "./refusal.ts";

/**
 * What a request meets. `"answered"` is what the server would say by itself. The others never arrive (`"refused"` without a
 * connection, `"reset"` with one), or are carried out and get no answer (`"lost"`, `"hung"`).
 */
export type Fate =
  | { readonly kind: "answered" | "refused" | "reset" | "lost" | "hung"; readonly hint: Hint }
  | { readonly kind: "failed"; readonly status: number; readonly hint: Hint; readonly waitMs: number };

const hint = fc.constantFrom(...hints);

const failed = (statuses: readonly number[], maxWaitMs: number): fc.Arbitrary<Fate> =>
  fc.record({
    kind: fc.constant("failed"),
    status: fc.constantFrom(...statuses),
    hint,
    waitMs: fc.nat(maxWaitMs),
  });

const answered: fc.Arbitrary<Fate> = fc.record({ kind: fc.constant("answered"), hint });

const broken: fc.Arbitrary<Fate> = fc.record({ kind: fc.constantFrom("refused", "reset", "lost", "hung"), hint });

/** Some fates, which requests meet in turn, again and again. Most end well; failures ask for a wait of up to `maxWaitMs`. */
export function fates(maxWaitMs = 20_000): fc.Arbitrary<Fate[]> {
  const fate = fc.oneof(
    { arbitrary: answered, weight: 5 },
    { arbitrary: broken, weight: 2 },
    { arbitrary: failed([408, 500, 502, 503, 504], maxWaitMs), weight: 2 },
    { arbitrary: failed([429], maxWaitMs), weight: 2 },
    { arbitrary: failed([401, 404, 422], maxWaitMs), weight: 1 },
  );
  return fc.array(fate, { minLength: 1, maxLength: 12 });
}
