import { expect, it } from "vitest";
import { faultFor } from "./faults.ts";

it("spoils a fifth of the requests, and some in each way", () => {
  const counts = new Map<string | undefined, number>();
  for (let step = 0; step < 1_000; step += 1) {
    const fault = faultFor((step + 0.5) / 1_000);
    counts.set(fault, (counts.get(fault) ?? 0) + 1);
  }
  expect(Object.fromEntries(counts)).toEqual({
    "429": 40,
    "503": 50,
    reset: 40,
    "reset in the body": 20,
    stall: 10,
    "stall in the body": 10,
    truncated: 30,
    undefined: 800,
  });
});
