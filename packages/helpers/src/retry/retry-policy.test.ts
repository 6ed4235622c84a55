import {
  ApiError,
  ConfigError,
  InvalidResponseError,
  NetworkError,
  CallTimeoutError,
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

const apiError = (status: number, retryAfterMs?: number) =>
  new ApiError({ operation: "doThing", status, errors: [], attempts: 1, retryAfterMs });
const networkError = (code: string) =>
  new NetworkError("doThing", 1, new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));
const finalError = new ApiError({
  operation: "doThing",
  status: 503,
  errors: [],
  attempts: 1,
  retryAfterMs: 0,
  headers: { "x-should-retry": "false" },
});
const timeoutError = new CallTimeoutError("doThing", 1, 10_000);

const policy = createRetryPolicy({ random: () => 0.5 });

describe("the retry policy", () => {
  it.each([
    ["GET", apiError(408), true],
    ["GET", apiError(429), true],
    ["GET", apiError(500), true],
    ["HEAD", apiError(502), true],
    ["PUT", apiError(503), true],
    ["DELETE", apiError(504), true],
    ["GET", apiError(400), false],
    ["GET", apiError(401), false],
    ["GET", apiError(404), false],
    ["GET", apiError(422), false],
    ["GET", apiError(501), false],
    ["GET", finalError, false],
    ["GET", networkError("ECONNRESET"), true],
    ["DELETE", timeoutError, true],
    ["GET", new InvalidResponseError("doThing", 200, "", "it is empty"), false],
    ["GET", new TypeError("a mistake in an interceptor"), false],
    ["GET", "aborted", false],
    ["GET", networkError("ERR_INVALID_URL"), false],
    ["GET", networkError("CERT_HAS_EXPIRED"), false],
    ["GET", networkError("DEPTH_ZERO_SELF_SIGNED_CERT"), false],
    ["GET", networkError("ERR_TLS_CERT_ALTNAME_INVALID"), false],
    ["GET", networkError("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), false],
    ["POST", apiError(429), true],
    ["PATCH", apiError(429), true],
    ["POST", apiError(500), false],
    ["POST", apiError(503), false],
    ["POST", timeoutError, false],
    ["POST", networkError("ECONNRESET"), false],
    ["POST", networkError("UND_ERR_SOCKET"), false],
    ["POST", networkError("ECONNREFUSED"), true],
    ["POST", networkError("ENOTFOUND"), true],
    ["POST", networkError("EAI_AGAIN"), true],
    ["PATCH", networkError("UND_ERR_CONNECT_TIMEOUT"), true],
  ])("decides whether to retry a %s that failed with %s: %j", (method, failure, isRetried) => {
    expect(policy(failure, 1, operation(method)) !== undefined).toBe(isRetried);
  });

  it.each([
    ["an unsupported protocol in Node.js", new TypeError("fetch failed", { cause: new Error("unknown scheme") })],
    ["a certificate in Deno", new TypeError("client error (Connect): invalid peer certificate: UnknownIssuer")],
    ["an unsupported protocol in Deno", new TypeError("Url scheme 'ftp' not supported")],
    ["an unsupported protocol in Bun", new TypeError("protocol must be http:, https: or s3:")],
    ["an invalid URL in Deno", new TypeError("Invalid URL: 'x'")],
  ])("does not retry a failure without a code that every attempt would have: %s", (_, thrown) => {
    expect(policy(new NetworkError("doThing", 1, thrown), 1, operation("GET"))).toBeUndefined();
  });

  it("retries a protocol error of a connection", () => {
    const thrown = new TypeError("http2 error: stream error received: unspecific protocol error detected");
    expect(policy(new NetworkError("doThing", 1, thrown), 1, operation("GET"))).toBeDefined();
  });

  it("does not mistake the name of an operation or a host for the reason of a failure", () => {
    const cause = Object.assign(new Error("getaddrinfo ENOTFOUND certificate.example"), { code: "ENOTFOUND" });
    const failure = new NetworkError("listCertificates", 1, new TypeError("fetch failed", { cause }));
    expect(policy(failure, 1, operation("GET"))).toBeDefined();
  });

  it("uses the idempotent flag of the operation rather than its method", () => {
    expect(policy(apiError(500), 1, operation("POST", true))).toBeDefined();
    expect(policy(apiError(500), 1, operation("DELETE", false))).toBeUndefined();
    expect(policy(apiError(429), 1, operation("DELETE", false))).toBeDefined();
  });

  it("handles a circular chain of causes", () => {
    const cause = new Error("loop");
    const error = new NetworkError("doThing", 1, cause);
    cause.cause = cause;
    expect(policy(error, 1, operation("POST"))).toBeUndefined();
  });

  it("treats a connection error without a cause as possibly sent", () => {
    const { cause: _, ...data } = networkError("ECONNREFUSED").toJSON();
    expect(policy(reviveError(data), 1, operation("POST"))).toBeUndefined();
    expect(policy(reviveError(data), 1, operation("GET"))).toBeDefined();
  });
});

describe("the retry delay", () => {
  it.each([
    [1, 450],
    [2, 900],
    [3, 1_800],
    [4, 3_600],
    [9, 15_000],
  ])("doubles its bounds with each attempt (after attempt %i: a mean of %i ms)", (attempt, delayMs) => {
    const patientPolicy = createRetryPolicy({ maxAttempts: 10, random: () => 0.5 });
    expect(patientPolicy(apiError(500), attempt, operation("GET"))).toBe(delayMs);
  });

  it("equals the server's delay if there is one", () => {
    expect(policy(apiError(503, 7_000), 1, operation("GET"))).toBe(7_000);
  });

  it.each([
    [120_000, 120_000],
    [120_001, undefined],
  ])("respects maxDelayMs for a server delay of %i ms: %j", (serverDelayMs, delayMs) => {
    expect(policy(apiError(429, serverDelayMs), 1, operation("GET"))).toBe(delayMs);
  });

  it("is random without a server delay, in the upper half of a bound that grows up to 20 seconds", () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), random, (attempt, value) => {
        const patientPolicy = createRetryPolicy({ maxAttempts: 100, random: () => value });
        const boundMs = Math.min(20_000, 600 * 2 ** (attempt - 1));
        const delayMs = patientPolicy(apiError(503), attempt, operation("GET"));
        expect(delayMs).toBe(Math.round((boundMs * (1 + value)) / 2));
      }),
    );
  });

  it("is never shorter than the server's delay", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.nat(120_000), (attempt, serverDelayMs) => {
        expect(policy(apiError(503, serverDelayMs), attempt, operation("GET"))).toBe(serverDelayMs);
      }),
    );
  });
});

describe("maxAttempts", () => {
  it.each([
    [3, true],
    [4, false],
    [5, false],
  ])("decides whether to retry after %i attempts: %j", (attempt, isRetried) => {
    expect(policy(apiError(500), attempt, operation("GET")) !== undefined).toBe(isRetried);
  });

  it.each([0, -1, 1.5, Number.NaN])("throws ConfigError when it is %j", (maxAttempts) => {
    expect(() => createRetryPolicy({ maxAttempts })).toThrow(ConfigError);
  });
});
