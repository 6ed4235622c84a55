import { expect, it } from "vitest";
import { parseRetryAfter } from "./parse-retry-after.ts";

const NOW = Date.UTC(2026, 0, 1);

it.each([
  ["2", 2_000],
  ["120", 120_000],
  ["1.5", 1_500],
  ["Thu, 01 Jan 2026 00:01:00 GMT", 60_000],
  ["Wed, 31 Dec 2025 23:59:00 GMT", -60_000],
  ["2026-01-01T00:01:00Z", 60_000],
  ["Thu, 01 Jan 2026 00:01:00 +0000", 60_000],
  ["soon", NaN],
  ["", NaN],
])("reads %j as %j", (header, delayMs) => {
  expect(parseRetryAfter(header, NOW)).toBe(delayMs);
});
