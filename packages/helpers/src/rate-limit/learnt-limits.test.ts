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

describe("without a reset header", () => {
  const timeless = { ok: true, consumed: 1, remaining: 59 };

  it("a response belongs to the window in which its request was sent", () => {
    const window = createWindow(limit);
    sendOne(window, timeless);
    sendOne(window, { ...timeless, consumed: 5, remaining: 55 }, 100);
    expect(window.remaining(100)).toBe(55);
    expect(window.endsAtMs(100)).toBe(60_050);
  });

  it("a response to a request of the previous window does not change the current one", () => {
    const window = createWindow(limit);
    sendOne(window, timeless);
    const late = window.reserve(0);
    sendOne(window, timeless, 60_050);
    window.record(late, { ...timeless, consumed: 9, remaining: 51 }, 60_060);
    expect(window.remaining(60_060)).toBe(59);
  });

  it("the response to a probe opens a new window", () => {
    const window = createWindow(limit);
    sendOne(window, { ...timeless, consumed: 60, remaining: 0 });
    sendOne(window, timeless, 60_050);
    expect(window.remaining(60_050)).toBe(59);
  });
});

it("uses the response to a probe that arrived before the old window ended", () => {
  const window = createWindow(limit);
  sendOne(window, rateLimitInfo(60, 20_000));
  sendOne(window, rateLimitInfo(60, 5_000), 21_050);
  expect([window.canSend(false, 21_050), window.endsAtMs(21_050)]).toEqual([false, 21_050 + 6_050]);
});

it("switches to the next window with its first response", () => {
  const window = createWindow(limit);
  sendOne(window, rateLimitInfo(60, 60_000));
  const early = window.reserve(0);
  window.record(early, rateLimitInfo(1, 60_000, 1_060_000), 59_000);
  expect([window.remaining(59_000), window.endsAtMs(59_000)]).toEqual([59, 59_000 + 60_050]);
});

it("ends at the earliest bound that responses give", () => {
  const window = createWindow(limit);
  sendOne(window, rateLimitInfo(5, 30_000));
  sendOne(window, rateLimitInfo(6, 28_000), 1_000);
  expect(window.endsAtMs(1_000)).toBe(1_000 + 29_050);
});

it("keeps the limit from the spec when a response only has remaining", () => {
  const window = createWindow(limit);
  sendOne(window, { ok: true, remaining: 7 });
  expect([window.limit(), window.remaining(0)]).toEqual([60, 7]);
});

it("sends fewer requests as soon as other clients are seen", () => {
  const window = createUnsharedWindow();
  sendOne(window, rateLimitInfo(30, 50_000, 1_060_000), 60_060);
  // Two of thirty are ours, so a fifteenth of half of what is left: one.
  expect(reserveAll(window, 60_060)).toHaveLength(1);
});

it("takes its share of half of the rest beside other clients", () => {
  const window = createWindow(limit);
  sendOne(window, { ...rateLimitInfo(2), remaining: 400 });
  for (let count = 2; count <= 5; count += 1) sendOne(window, { ...rateLimitInfo(count + 1), remaining: 401 - count });
  expect(reserveAll(window)).toHaveLength(6);
  const [permit] = reserveAll(window);
  expect(permit).toBeUndefined();
});

it("subtracts requests in flight, also in an unknown window", () => {
  const window = createWindow(limit);
  window.reserve(0);
  expect(window.remaining(0)).toBe(59);
});

it("keeps probing while its probe is in flight, whatever happens to older requests", () => {
  const window = createUnsharedWindow();
  const [old] = [window.reserve(60_050)];
  const probe = window.reserve(130_000);
  window.record(old, undefined, 130_001);
  expect([probe, window.canSend(false, 130_001)]).toEqual([undefined, false]);
});

it("delays nothing when neither the spec nor the server states a limit", () => {
  const window = createWindow(undefined);
  sendOne(window, noHeaders);
  expect([reserveAll(window, 1e12).length, window.endsAtMs(1e12)]).toEqual([1_000, Infinity]);
});

it("starts again with one second after a 429 with a delay", () => {
  const window = createWindow(undefined);
  sendOne(window, tooManyRequests());
  sendOne(window, tooManyRequests(3_000), 1_000);
  sendOne(window, tooManyRequests(), 4_000);
  expect(window.endsAtMs(4_000)).toBe(5_000);
});

it("estimates a whole window when its end is unknown, and nothing without a stated length", () => {
  const window = createWindow(limit);
  window.reserve(0);
  expect([58, 59, 118, 119].map((ahead) => window.estimatedWaitMs(ahead, false, 0))).toEqual([
    0, 60_000, 60_000, 120_000,
  ]);
  const unstated = createWindow(undefined);
  sendOne(unstated, rateLimitInfo(60, 20_000));
  expect(unstated.estimatedWaitMs(500, false, 0)).toBe(21_050);
});

it("stays paused after a 429 when an earlier probe gets its response", () => {
  const window = createUnsharedWindow();
  const old = window.reserve(60_050);
  const probe = window.reserve(130_000);
  window.record(old, tooManyRequests(9_000), 130_010);
  window.record(probe, rateLimitInfo(1, 60_000, 1_130_000), 130_020);
  expect([probe, window.canSend(false, 130_020), window.endsAtMs(130_020)]).toEqual([undefined, false, 139_010]);
});

it("ignores an old response without a reset header", () => {
  const window = createWindow(limit);
  sendOne(window, rateLimitInfo(60));
  const late = window.reserve(0);
  sendOne(window, rateLimitInfo(1, 60_000, 1_061_000), 61_050);
  window.record(late, { ok: true, consumed: 9, remaining: 51 }, 61_060);
  expect(window.remaining(61_060)).toBe(59);
});
