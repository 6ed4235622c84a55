import { describe, expect, it } from "vitest";
import {
  createUnsharedWindow,
  sendOne,
  limit,
  tooManyRequests,
  reserveAll,
  rateLimitInfo,
  noHeaders,
  createWindow,
} from "../test-utils/rate-limit-windows.ts";

describe("a response without X-RateLimit-Reset", () => {
  const withoutReset = { ok: true, consumed: 1, remaining: 59 };

  it("updates the window in which its request was sent", () => {
    const window = createWindow(limit);
    sendOne(window, withoutReset);
    sendOne(window, { ...withoutReset, consumed: 5, remaining: 55 }, 100);
    expect(window.remaining(100)).toBe(55);
    expect(window.endsAtMs(100)).toBe(60_050);
  });

  it("does not change the current window when its request was sent in the previous one", () => {
    const window = createWindow(limit);
    sendOne(window, withoutReset);
    const late = window.reserve(false, 0);
    sendOne(window, withoutReset, 60_050);
    window.record(late, { ...withoutReset, consumed: 9, remaining: 51 }, 60_060);
    expect(window.remaining(60_060)).toBe(59);
  });

  it("opens a new window when its request was a probe", () => {
    const window = createWindow(limit);
    sendOne(window, { ...withoutReset, consumed: 60, remaining: 0 });
    sendOne(window, withoutReset, 60_050);
    expect(window.remaining(60_050)).toBe(59);
  });
});

it("uses the response to a probe that the server received before the old window ended", () => {
  const window = createWindow(limit);
  sendOne(window, rateLimitInfo(60, 20_000));
  sendOne(window, rateLimitInfo(60, 5_000), 21_050);
  expect([window.canSend(false, 21_050), window.endsAtMs(21_050)]).toEqual([false, 21_050 + 6_050]);
});

it("switches to the next window on its first response", () => {
  const window = createWindow(limit);
  sendOne(window, rateLimitInfo(60, 60_000));
  const early = window.reserve(false, 0);
  window.record(early, rateLimitInfo(1, 60_000, 1_060_000), 59_000);
  expect([window.remaining(59_000), window.endsAtMs(59_000)]).toEqual([59, 59_000 + 60_050]);
});

it("uses the earliest end that responses state", () => {
  const window = createWindow(limit);
  sendOne(window, rateLimitInfo(5, 30_000));
  sendOne(window, rateLimitInfo(6, 28_000), 1_000);
  expect(window.endsAtMs(1_000)).toBe(1_000 + 29_050);
});

it("keeps the limit from the spec when a response has only X-RateLimit-Remaining", () => {
  const window = createWindow(limit);
  sendOne(window, { ok: true, remaining: 7 });
  expect([window.limit(), window.remaining(0)]).toEqual([60, 7]);
});

it("sends fewer requests as soon as other clients are seen", () => {
  const window = createUnsharedWindow();
  sendOne(window, rateLimitInfo(30, 50_000, 1_060_000), 60_060);
  // Two of thirty requests are ours, so half of our share of the remaining 30 is one.
  expect(reserveAll(window, 60_060)).toHaveLength(1);
});

it("uses half of its share of the remaining requests when other clients are seen", () => {
  const window = createWindow(limit);
  sendOne(window, { ...rateLimitInfo(2), remaining: 400 });
  for (let count = 2; count <= 5; count += 1) sendOne(window, { ...rateLimitInfo(count + 1), remaining: 401 - count });
  expect(reserveAll(window)).toHaveLength(6);
  const [permit] = reserveAll(window);
  expect(permit).toBeUndefined();
});

it("subtracts requests in flight while the window is unknown", () => {
  const window = createWindow(limit);
  window.reserve(false, 0);
  expect(window.remaining(0)).toBe(59);
});

it("waits for its probe when an older request fails", () => {
  const window = createUnsharedWindow();
  const [old] = [window.reserve(false, 60_050)];
  const probe = window.reserve(false, 130_000);
  window.record(old, undefined, 130_001);
  expect([probe, window.canSend(false, 130_001)]).toEqual([undefined, false]);
});

it("delays no call when neither the spec nor the server states a limit", () => {
  const window = createWindow(undefined);
  sendOne(window, noHeaders);
  expect([reserveAll(window, 1e12).length, window.endsAtMs(1e12)]).toEqual([1_000, Infinity]);
});

it("resets the pause to one second after a 429 with a delay", () => {
  const window = createWindow(undefined);
  sendOne(window, tooManyRequests());
  sendOne(window, tooManyRequests(3_000), 1_000);
  sendOne(window, tooManyRequests(), 4_000);
  expect(window.endsAtMs(4_000)).toBe(5_000);
});

it("includes later windows in the estimated wait only when their length is known", () => {
  const window = createWindow(limit);
  window.reserve(false, 0);
  expect([58, 59, 118, 119].map((ahead) => window.estimatedWaitMs(ahead, false, 0))).toEqual([
    0, 60_000, 60_000, 120_000,
  ]);
  const unstated = createWindow(undefined);
  sendOne(unstated, rateLimitInfo(60, 20_000));
  expect(unstated.estimatedWaitMs(500, false, 0)).toBe(21_050);
});

it("stays paused after a 429 when the response to an earlier probe arrives", () => {
  const window = createUnsharedWindow();
  const old = window.reserve(false, 60_050);
  const probe = window.reserve(false, 130_000);
  window.record(old, tooManyRequests(9_000), 130_010);
  window.record(probe, rateLimitInfo(1, 60_000, 1_130_000), 130_020);
  expect([probe, window.canSend(false, 130_020), window.endsAtMs(130_020)]).toEqual([undefined, false, 139_010]);
});

it("ignores a response of an earlier window without X-RateLimit-Reset", () => {
  const window = createWindow(limit);
  sendOne(window, rateLimitInfo(60));
  const late = window.reserve(false, 0);
  sendOne(window, rateLimitInfo(1, 60_000, 1_061_000), 61_050);
  window.record(late, { ok: true, consumed: 9, remaining: 51 }, 61_060);
  expect(window.remaining(61_060)).toBe(59);
});
