import { describe, expect, it } from "vitest";
import { limit, noHeaders, rateLimitInfo, tooManyRequests } from "../test-utils/rate-limit-windows.ts";
import { createWindow, sendGranted, sendProbe } from "../test-utils/redis/shared-windows.ts";
import { UNKNOWN_LIMIT } from "./window-store.ts";

/** A failure without rate-limit headers. */
const failureInfo = { ok: false };

describe("a report", () => {
  it("describes the window that a probe has opened, with the time left when the report is created", () => {
    const window = createWindow(limit);
    window.record(sendProbe(window), rateLimitInfo(1), 40);
    expect(window.nextReport(100)).toEqual({
      kind: "window",
      remaining: 59,
      limit: 60,
      windowMs: 60_000,
      endsInMs: 59_990,
    });
    expect(window.nextReport(100)).toBeUndefined();
  });

  it("has the limit from the server rather than from the spec", () => {
    const window = createWindow(undefined);
    window.record(sendProbe(window), rateLimitInfo(1), 0);
    expect(window.nextReport(0)).toEqual({
      kind: "window",
      remaining: 59,
      limit: 60,
      windowMs: 60_000,
      endsInMs: 61_050,
    });
  });

  it("has the limit from the spec when a success has no headers", () => {
    const window = createWindow({ requests: 10, windowSeconds: 5 });
    window.record(sendProbe(window), noHeaders, 0);
    expect(window.nextReport(0)).toEqual({ kind: "window", remaining: 9, limit: 10, windowMs: 5_000, endsInMs: 5_050 });
  });

  it("has UNKNOWN_LIMIT and ends after a window's length when no limit is stated", () => {
    const window = createWindow(undefined);
    window.record(sendProbe(window), noHeaders, 0);
    expect(window.nextReport(1_000)).toEqual({
      kind: "window",
      remaining: UNKNOWN_LIMIT,
      limit: UNKNOWN_LIMIT,
      windowMs: 60_000,
      endsInMs: 59_000,
    });
  });

  it.each([undefined, failureInfo])("has the kind lost when a probe got %j", (info) => {
    const window = createWindow(limit);
    window.record(sendProbe(window), info, 0);
    expect(window.nextReport(0)).toEqual({ kind: "lost" });
    expect(window.nextReport(0)).toBeUndefined();
  });

  it("is created from a failure with headers", () => {
    const window = createWindow(limit);
    window.record(sendProbe(window), { ...rateLimitInfo(1), ok: false }, 0);
    expect(window.nextReport(0)).toMatchObject({ kind: "window", remaining: 59 });
  });

  it("has the kind lost for an unused probe, and is undefined for another unused grant", () => {
    const window = createWindow(limit);
    window.recordTake({ kind: "probe" }, "interactive", 0);
    window.dropGrant();
    expect([window.canSend(false, 0), window.nextPollMs("interactive") > 0]).toEqual([false, false]);
    expect(window.nextReport(0)).toEqual({ kind: "lost" });
    window.recordTake({ kind: "granted", remaining: 5, endsInMs: 100 }, "interactive", 0);
    window.dropGrant();
    expect([window.canSend(false, 0), window.nextReport(0)]).toEqual([false, undefined]);
  });

  it.each([
    [5_000, 5_000],
    [undefined, 1_000],
  ])("describes a 429 with a delay of %s ms", (retryAfterMs, forMs) => {
    const window = createWindow(limit);
    window.record(sendProbe(window), tooManyRequests(retryAfterMs), 0);
    expect(window.nextReport(400)).toEqual({ kind: "closed", forMs: forMs - 400 });
  });

  it("describes a 429 rather than a window, in any order of responses", () => {
    const window = createWindow(limit);
    const [first, second, third] = [sendProbe(window), sendGranted(window, 50), sendProbe(window)];
    window.record(first, rateLimitInfo(1), 0);
    window.record(second, tooManyRequests(5_000), 0);
    window.record(third, rateLimitInfo(3), 0);
    expect(window.nextReport(0)).toEqual({ kind: "closed", forMs: 5_000 });
    expect(window.nextReport(0)).toBeUndefined();
  });

  it("is not created for a window that has ended", () => {
    const window = createWindow(limit);
    window.record(sendProbe(window), tooManyRequests(5_000), 0);
    expect(window.nextReport(5_000)).toBeUndefined();
  });

  it.each([
    [
      "fewer requests are left than the store counted",
      rateLimitInfo(20),
      { kind: "window", remaining: 40, limit: 60, windowMs: 60_000, endsInMs: 60_000 },
    ],
    ["as many requests are left as the store counted", rateLimitInfo(10), undefined],
    ["the response has no headers", noHeaders, undefined],
    ["the response is missing", undefined, undefined],
  ])("depends on the response to a granted request: %s", (_, info, report) => {
    const window = createWindow(limit);
    window.record(sendGranted(window, 50), info, 0);
    expect(window.nextReport(0)).toEqual(report);
  });

  it("is not created from the response to a request of another window", () => {
    const window = createWindow(limit);
    const late = sendGranted(window, 50, 0, 30_000);
    sendGranted(window, 50, 30_000, 30_000);
    window.record(late, rateLimitInfo(59), 30_000);
    expect(window.nextReport(30_000)).toBeUndefined();
    const old = sendGranted(window, 50, 60_000, 1_000);
    window.record(old, rateLimitInfo(59), 61_000);
    expect(window.nextReport(61_000)).toBeUndefined();
  });

  it("describes the local window after local mode, with requests in flight subtracted", () => {
    const window = createWindow(limit);
    window.setMode("local");
    const [first] = [window.reserve(false, 0), window.reserve(false, 0)];
    window.record(first, rateLimitInfo(1), 0);
    window.setMode("shared");
    expect(window.nextReport(0)).toMatchObject({ kind: "window", remaining: 58 });
    window.setMode("local");
    window.record(window.reserve(false, 0), failureInfo, 0);
    expect(window.nextReport(0)).toBeUndefined();
  });
});
