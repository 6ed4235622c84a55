import {
  ApiError,
  ConfigError,
  InputError,
  InvalidResponseError,
  NetworkError,
  CallTimeoutError,
} from "@segment-iam/client";
import { expect, it, vi } from "vitest";
import { WaitTooLongError } from "../rate-limit/rate-limit-errors.ts";
import { classifyFailure, trackAttempts } from "./track-attempts.ts";

const apiError = (status: number) =>
  new ApiError({ operation: "deleteUsers", status, errors: [], attempts: 1, retryAfterMs: undefined });
const networkError = (code: string) => new NetworkError("deleteUsers", 1, Object.assign(new Error(code), { code }));

const [refused, lost, missing] = [networkError("ECONNREFUSED"), networkError("ECONNRESET"), apiError(404)];

it.each([
  ["a 404", [missing], { kind: "input", mayBeDone: false }],
  ["a 404 after a lost response", [lost, missing], { kind: "input", mayBeDone: true }],
  ["a 404 after a 503", [apiError(503), missing], { kind: "input", mayBeDone: true }],
  ["a 404 after a 429", [apiError(429), missing], { kind: "input", mayBeDone: false }],
  ["a 404 after a refused connection", [refused, missing], { kind: "input", mayBeDone: false }],
  ["a refused connection after a lost response", [lost, refused], { kind: "stop", mayBeDone: true }],
  ["a refused connection after another", [refused, refused], { kind: "stop", mayBeDone: false }],
  ["a lost response", [lost], { kind: "ambiguous", mayBeDone: true }],
])("classifies %s by all attempts", (_, failures, outcome) => {
  const { options, classify } = trackAttempts({});
  failures.forEach((failure, index) => {
    options.onAttempt?.(index + 1);
    if (index < failures.length - 1) options.onRetry?.(failure);
  });
  expect(classify(failures.at(-1))).toEqual(outcome);
});

it("classifies a call that ends during the delay of a retry as not executed", () => {
  const { options, classify } = trackAttempts({});
  options.onAttempt?.(1);
  options.onRetry?.(apiError(429));
  expect(classify(new CallTimeoutError("deleteUsers", 1, 60_000))).toEqual({ kind: "stop", mayBeDone: false });
});

it("treats an attempt as possibly executed when the next one starts without onRetry", () => {
  const { options, classify } = trackAttempts({});
  options.onAttempt?.(1);
  options.onAttempt?.(2);
  expect(classify(missing)).toEqual({ kind: "input", mayBeDone: true });
});

it("does not count an attempt when the caller's onAttempt throws", () => {
  const { options, classify } = trackAttempts({
    onAttempt: () => {
      throw missing;
    },
  });
  expect(() => options.onAttempt?.(1)).toThrow(missing);
  expect(classify(new Error("from the hook"))).toEqual({ kind: "stop", mayBeDone: false });
});

it.each([
  [true, { kind: "ambiguous", mayBeDone: true }],
  [false, { kind: "stop", mayBeDone: false }],
])("classifies an abort by whether an attempt is in flight (%j), regardless of its reason", (isInFlight, outcome) => {
  const { options, classify } = trackAttempts({ signal: AbortSignal.abort(missing) });
  if (isInFlight) options.onAttempt?.(1);
  expect(classify(missing)).toEqual(outcome);
});

it("does not treat a failure as an abort when it is not the signal's reason", () => {
  const { classify } = trackAttempts({ signal: AbortSignal.abort("enough") });
  expect(classify(missing)).toEqual({ kind: "input", mayBeDone: false });
});

it("calls the caller's hooks, and forwards the other options", () => {
  const [onAttempt, onRetry] = [vi.fn(), vi.fn()];
  const { options } = trackAttempts({ onAttempt, onRetry, timeoutMs: 7 });
  options.onAttempt?.(1);
  options.onRetry?.(lost);
  expect([onAttempt.mock.calls, onRetry.mock.calls, options.timeoutMs]).toEqual([[[1]], [[lost]], 7]);
});

it.each([
  [apiError(400), "input"],
  [apiError(404), "input"],
  [apiError(409), "input"],
  [apiError(413), "input"],
  [apiError(410), "input"],
  [apiError(414), "input"],
  [apiError(422), "input"],
  [apiError(431), "input"],
  [new InputError("deleteUsers", "userIds", "is wrong"), "input"],
  [apiError(401), "stop"],
  [apiError(403), "stop"],
  [apiError(405), "stop"],
  [apiError(429), "stop"],
  [networkError("ECONNREFUSED"), "stop"],
  [new ConfigError("The token is empty"), "stop"],
  [new WaitTooLongError("deleteUsers", 0, 1, 2), "stop"],
  [apiError(408), "ambiguous"],
  [apiError(500), "ambiguous"],
  [apiError(503), "ambiguous"],
  [networkError("ECONNRESET"), "ambiguous"],
  [new CallTimeoutError("deleteUsers", 1, 10_000), "ambiguous"],
  [new InvalidResponseError("deleteUsers", 200, "", "its body is empty"), "ambiguous"],
  [new Error("from somewhere else"), "ambiguous"],
])("classifies %s as %s", (failure, kind) => {
  expect(classifyFailure(failure, true)).toBe(kind);
});

it.each([
  [new CallTimeoutError("deleteUsers", 0, 60_000), "stop"],
  [new Error("from an interceptor"), "stop"],
  ["aborted", "stop"],
  [new InputError("deleteUsers", "userIds", "is wrong"), "input"],
])("classifies %s before the attempt was sent as %s", (failure, kind) => {
  expect(classifyFailure(failure, false)).toBe(kind);
});
