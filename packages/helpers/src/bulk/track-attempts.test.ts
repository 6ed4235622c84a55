import { ApiError, NetworkError, TimeoutError } from "@segment-iam/client";
import { expect, it, vi } from "vitest";
import { trackAttempts } from "./track-attempts.ts";

const answered = (status: number) =>
  new ApiError({ operation: "deleteUsers", status, errors: [], attempts: 1, retryAfterMs: undefined });
const broken = (code: string) => new NetworkError("deleteUsers", 1, Object.assign(new Error(code), { code }));

const [refused, lost, missing] = [broken("ECONNREFUSED"), broken("ECONNRESET"), answered(404)];

it.each([
  ["a 404", [missing], { verdict: "input", mayBeDone: false }],
  ["a 404 after a lost answer", [lost, missing], { verdict: "input", mayBeDone: true }],
  ["a 404 after a 503", [answered(503), missing], { verdict: "input", mayBeDone: true }],
  ["a 404 after a 429", [answered(429), missing], { verdict: "input", mayBeDone: false }],
  ["a 404 after a refused connection", [refused, missing], { verdict: "input", mayBeDone: false }],
  ["a refused connection after a lost answer", [lost, refused], { verdict: "stop", mayBeDone: true }],
  ["a refused connection after another", [refused, refused], { verdict: "stop", mayBeDone: false }],
  ["a lost answer", [lost], { verdict: "ambiguous", mayBeDone: true }],
])("judges %s in the light of all attempts", (_, failures, outcome) => {
  const { options, judge } = trackAttempts({});
  failures.forEach((failure, index) => {
    options.onAttempt?.(index + 1);
    if (index < failures.length - 1) options.onRetry?.(failure);
  });
  expect(judge(failures.at(-1))).toEqual(outcome);
});

it("knows that nothing was done when a call ends while it waits to be repeated", () => {
  const { options, judge } = trackAttempts({});
  options.onAttempt?.(1);
  options.onRetry?.(answered(429));
  expect(judge(new TimeoutError("deleteUsers", 1, 60_000))).toEqual({ verdict: "stop", mayBeDone: false });
});

it("doubts an attempt of which it was not told how it failed", () => {
  const { options, judge } = trackAttempts({});
  options.onAttempt?.(1);
  options.onAttempt?.(2);
  expect(judge(missing)).toEqual({ verdict: "input", mayBeDone: true });
});

it("does not take an attempt for sent that the caller's own hook prevents", () => {
  const { options, judge } = trackAttempts({
    onAttempt: () => {
      throw missing;
    },
  });
  expect(() => options.onAttempt?.(1)).toThrow(missing);
  expect(judge(new Error("of the hook"))).toEqual({ verdict: "stop", mayBeDone: false });
});

it.each([
  [true, { verdict: "ambiguous", mayBeDone: true }],
  [false, { verdict: "stop", mayBeDone: false }],
])("takes an abort for what it is, whatever its reason says; under way: %j", (isUnderWay, outcome) => {
  const { options, judge } = trackAttempts({ signal: AbortSignal.abort(missing) });
  if (isUnderWay) options.onAttempt?.(1);
  expect(judge(missing)).toEqual(outcome);
});

it("judges another failure than the signal's reason by itself, even once the signal has aborted", () => {
  const { judge } = trackAttempts({ signal: AbortSignal.abort("enough") });
  expect(judge(missing)).toEqual({ verdict: "input", mayBeDone: false });
});

it("hands on what the caller wants to be told, and the rest of the options", () => {
  const [onAttempt, onRetry] = [vi.fn(), vi.fn()];
  const { options } = trackAttempts({ onAttempt, onRetry, timeoutMs: 7 });
  options.onAttempt?.(1);
  options.onRetry?.(lost);
  expect([onAttempt.mock.calls, onRetry.mock.calls, options.timeoutMs]).toEqual([[[1]], [[lost]], 7]);
});
