import { expect, it } from "vitest";

import { runHostileCases } from "./test-utils/hostile/hostile-cases.ts";

const CASES = 300;

it(`generates code that differs from benign code only in data, from ${CASES} hostile documents`, async () => {
  const { failure, generated, networkAttempts } = await runHostileCases(CASES);
  expect(failure).toBeUndefined();
  expect(networkAttempts).toBe(0);
  // No code is generated from a rejected document.
  expect(generated).toBeGreaterThan(CASES / 2);
});
