import {
  ApiError,
  ConfigError,
  InputError,
  InvalidResponseError,
  NetworkError,
  TimeoutError,
} from "@segment-iam/client";
import { expect, it, vi } from "vitest";
import { WaitTooLongError } from "../rate-limit/rate-limit-errors.ts";
import { classifyFailure, trackAttempts } from "./track-attempts.ts";

const answered = (status: number) =>
  new ApiError({ operation: "deleteUsers", status, errors: [], attempts: 1, retryAfterMs: undefined });
const broken = (code: string) => new NetworkError("deleteUsers", 1, Object.assign(new Error(code), { code }));

const [refused, lost, missing] = [broken("ECONNREFUSED"), broken("ECONNRESET"), answered(404)];

it.each([
  ["a 404", [missing], { kind: "input", mayBeDone: false }],
  ["a 404 after a lost response", [lost, missing], { kind: "input", mayBeDone: true }],
  ["a 404 after a 503", [answered(503), missing], { kind: "input", mayBeDone: true }],
  ["a 404 after a 429", [answered(429), missing], { kind: "input", mayBeDone: false }],
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
  options.onRetry?.(answered(429));
  expect(classify(new TimeoutError("deleteUsers", 1, 60_000))).toEqual({ kind: "stop", mayBeDone: false });
});

it("treats an attempt with an unknown outcome as possibly executed", () => {
  const { options, classify } = trackAttempts({});
  options.onAttempt?.(1);
  options.onAttempt?.(2);
  expect(classify(missing)).toEqual({ kind: "input", mayBeDone: true });
});

it("does not count an attempt that the caller's hook prevents", () => {
  const { options, classify } = trackAttempts({
    onAttempt: () => {
      throw missing;
    },
  });
  expect(() => options.onAttempt?.(1)).toThrow(missing);
  expect(classify(new Error("of the hook"))).toEqual({ kind: "stop", mayBeDone: false });
});

it.each([
  [true, { kind: "ambiguous", mayBeDone: true }],
  [false, { kind: "stop", mayBeDone: false }],
])("classifies an abort whatever its reason; in flight: %j", (isUnderWay, outcome) => {
  const { options, classify } = trackAttempts({ signal: AbortSignal.abort(missing) });
  if (isUnderWay) options.onAttempt?.(1);
  expect(classify(missing)).toEqual(outcome);
});

it("classifies a failure other than the signal's reason as usual after an abort", () => {
  const { classify } = trackAttempts({ signal: AbortSignal.abort("enough") });
  expect(classify(missing)).toEqual({ kind: "input", mayBeDone: false });
});

it("calls the caller's hooks, and passes the other options on", () => {
  const [onAttempt, onRetry] = [vi.fn(), vi.fn()];
  const { options } = trackAttempts({ onAttempt, onRetry, timeoutMs: 7 });
  options.onAttempt?.(1);
  options.onRetry?.(lost);
  expect([onAttempt.mock.calls, onRetry.mock.calls, options.timeoutMs]).toEqual([[[1]], [[lost]], 7]);
});

it.each([
  [answered(400), "input"],
  [answered(404), "input"],
  [answered(409), "input"],
  [answered(413), "input"],
  [answered(410), "input"],
  [answered(414), "input"],
  [answered(422), "input"],
  [answered(431), "input"],
  [new InputError("deleteUsers", "userIds", "is wrong"), "input"],
  [answered(401), "stop"],
  [answered(403), "stop"],
  [answered(405), "stop"],
  [answered(429), "stop"],
  [broken("ECONNREFUSED"), "stop"],
  [new ConfigError("The token is empty"), "stop"],
  [new WaitTooLongError("deleteUsers", 1, 2), "stop"],
  [answered(408), "ambiguous"],
  [answered(500), "ambiguous"],
  [answered(503), "ambiguous"],
  [broken("ECONNRESET"), "ambiguous"],
  [new TimeoutError("deleteUsers", 1, 10_000), "ambiguous"],
  [new InvalidResponseError("deleteUsers", 200, "", "its body is empty"), "ambiguous"],
  [new Error("from somewhere else"), "ambiguous"],
])("classifies %s as %s", (failure, kind) => {
  expect(classifyFailure(failure, true)).toBe(kind);
});

it.each([
  [new TimeoutError("deleteUsers", 0, 60_000), "stop"],
  [new Error("from an interceptor"), "stop"],
  ["aborted", "stop"],
  [new InputError("deleteUsers", "userIds", "is wrong"), "input"],
])("classifies %s before anything was sent as %s", (failure, kind) => {
  expect(classifyFailure(failure, false)).toBe(kind);
});
