import {
  ApiError,
  ConfigError,
  InvalidResponseError,
  NetworkError,
  TimeoutError,
  reviveError,
  type OperationDescriptor,
} from "@segment-iam/client";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRetryPolicy } from "./retry-policy.ts";

const operation = (method: string, idempotent?: boolean): OperationDescriptor => ({
  id: "doThing",
  method,
  path: "/things",
  ...(idempotent !== undefined && { idempotent }),
});

const answered = (status: number, retryAfterMs?: number) =>
  new ApiError({ operation: "doThing", status, errors: [], attempts: 1, retryAfterMs });
const broken = (code: string) =>
  new NetworkError("doThing", 1, new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));
const alreadyRetried = new ApiError({
  operation: "doThing",
  status: 503,
  errors: [],
  attempts: 1,
  retryAfterMs: 0,
  final: true,
});
const late = new TimeoutError("doThing", 1, 10_000);

const policy = createRetryPolicy({ random: () => 0.5 });

describe("whether to retry", () => {
  it.each([
    ["GET", answered(408), true],
    ["GET", answered(429), true],
    ["GET", answered(500), true],
    ["HEAD", answered(502), true],
    ["PUT", answered(503), true],
    ["DELETE", answered(504), true],
    ["GET", answered(400), false],
    ["GET", answered(401), false],
    ["GET", answered(404), false],
    ["GET", answered(422), false],
    ["GET", answered(501), false],
    ["GET", alreadyRetried, false],
    ["GET", broken("ECONNRESET"), true],
    ["DELETE", late, true],
    ["GET", new InvalidResponseError("doThing", 200, "", "it is empty"), false],
    ["GET", new TypeError("a mistake in an interceptor"), false],
    ["GET", "aborted", false],
    ["POST", answered(429), true],
    ["PATCH", answered(429), true],
    ["POST", answered(500), false],
    ["POST", answered(503), false],
    ["POST", late, false],
    ["POST", broken("ECONNRESET"), false],
    ["POST", broken("UND_ERR_SOCKET"), false],
    ["POST", broken("ECONNREFUSED"), true],
    ["POST", broken("ENOTFOUND"), true],
    ["POST", broken("EAI_AGAIN"), true],
    ["PATCH", broken("UND_ERR_CONNECT_TIMEOUT"), true],
  ])("%s that failed with %s: %j", (method, failure, isRetried) => {
    expect(policy(failure, 1, operation(method)) !== undefined).toBe(isRetried);
  });

  it("prefers idempotent of the operation to the method", () => {
    expect(policy(answered(500), 1, operation("POST", true))).toBeDefined();
    expect(policy(answered(500), 1, operation("DELETE", false))).toBeUndefined();
    expect(policy(answered(429), 1, operation("DELETE", false))).toBeDefined();
  });

  it("handles a circular chain of causes", () => {
    const cause = new Error("loop");
    const error = new NetworkError("doThing", 1, cause);
    cause.cause = cause;
    expect(policy(error, 1, operation("POST"))).toBeUndefined();
  });

  it("does not treat a failure without its cause as unsent", () => {
    const { cause: _, ...data } = broken("ECONNREFUSED").toJSON();
    expect(policy(reviveError(data), 1, operation("POST"))).toBeUndefined();
    expect(policy(reviveError(data), 1, operation("GET"))).toBeDefined();
  });
});

describe("the delay", () => {
  it.each([
    [1, 250],
    [2, 500],
    [3, 1_000],
    [4, 2_000],
    [9, 10_000],
  ])("backs off after attempt %i by %i ms, half of the bound", (attempt, delayMs) => {
    const patient = createRetryPolicy({ maxAttempts: 10, random: () => 0.5 });
    expect(patient(answered(500), attempt, operation("GET"))).toBe(delayMs);
  });

  it("is the server's delay if there is one", () => {
    expect(policy(answered(503, 7_000), 1, operation("GET"))).toBe(7_000);
  });

  it.each([
    [120_000, 120_000],
    [120_001, undefined],
  ])("with a server delay of %i ms, returns %j", (toldMs, delayMs) => {
    expect(policy(answered(429, toldMs), 1, operation("GET"))).toBe(delayMs);
  });

  it("is otherwise random, below a bound that grows up to 20 seconds", () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), random, (attempt, value) => {
        const patient = createRetryPolicy({ maxAttempts: 100, random: () => value });
        const boundMs = Math.min(20_000, 500 * 2 ** (attempt - 1));
        expect(patient(answered(503), attempt, operation("GET"))).toBe(value * boundMs);
      }),
    );
  });

  it("is never shorter than the server's delay", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.nat(120_000), (attempt, toldMs) => {
        expect(policy(answered(503, toldMs), attempt, operation("GET"))).toBe(toldMs);
      }),
    );
  });
});

describe("giving up", () => {
  it.each([
    [3, true],
    [4, false],
    [5, false],
  ])("after %i attempts, returns %j", (attempt, isRetried) => {
    expect(policy(answered(500), attempt, operation("GET")) !== undefined).toBe(isRetried);
  });

  it.each([0, -1, 1.5, Number.NaN])("throws for %j attempts", (maxAttempts) => {
    expect(() => createRetryPolicy({ maxAttempts })).toThrow(ConfigError);
  });
});
