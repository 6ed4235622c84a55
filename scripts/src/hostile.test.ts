import { expect, it } from "vitest";

import { runHostileCases } from "./test-utils/hostile/hostile-cases.ts";

const CASES = 300;

it(`changes only data in the code generated from ${CASES} hostile documents`, { timeout: 60_000 }, async () => {
  const { failure, generated, networkAttempts } = await runHostileCases(CASES);
  expect(failure).toBeUndefined();
  expect(networkAttempts).toBe(0);
  // Rejected documents do not generate a program.
  expect(generated).toBeGreaterThan(CASES / 2);
});
