import { expect, it } from "vitest";
import { pickFault } from "./pick-fault.ts";

it("picks a fault for a fifth of the requests", () => {
  const counts = new Map<unknown, number>();
  for (let step = 0; step < 1_000; step += 1) {
    const fault = pickFault((step + 0.5) / 1_000);
    counts.set(fault, (counts.get(fault) ?? 0) + 1);
  }
  expect(Object.fromEntries(counts)).toEqual({
    429: 40,
    503: 50,
    "reset-before-headers": 40,
    "reset-in-body": 20,
    "stall-before-headers": 10,
    "stall-in-body": 10,
    "close-in-body": 30,
    undefined: 800,
  });
});
