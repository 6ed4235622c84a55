import { expect, it } from "vitest";

import { runHostileCases } from "./test-utils/hostile/hostile-cases.ts";

const CASES = 300;

it(`gives the same program with other data for ${CASES} hostile documents`, { timeout: 60_000 }, async () => {
  const { failure, generated, networkAttempts } = await runHostileCases(CASES);
  expect(failure).toBeUndefined();
  expect(networkAttempts).toBe(0);
  // Documents that are refused prove nothing about programs.
  expect(generated).toBeGreaterThan(CASES / 2);
});
