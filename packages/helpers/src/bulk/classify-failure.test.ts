import {
  ApiError,
  ConfigError,
  InputError,
  InvalidResponseError,
  NetworkError,
  TimeoutError,
} from "@segment-iam/client";
import { expect, it } from "vitest";
import { WaitTooLongError } from "../rate-limit/wait-too-long-error.ts";
import { classifyFailure } from "./classify-failure.ts";

const answered = (status: number) =>
  new ApiError({ operation: "deleteUsers", status, errors: [], attempts: 1, retryAfterMs: undefined });
const broken = (code: string) => new NetworkError("deleteUsers", 1, Object.assign(new Error(code), { code }));

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
])("takes %s for %s", (failure, verdict) => {
  expect(classifyFailure(failure, true)).toBe(verdict);
});

it.each([
  [new TimeoutError("deleteUsers", 0, 60_000), "stop"],
  [new Error("from an interceptor"), "stop"],
  ["aborted", "stop"],
  [new InputError("deleteUsers", "userIds", "is wrong"), "input"],
])("takes %s, before anything was sent, for %s", (failure, verdict) => {
  expect(classifyFailure(failure, false)).toBe(verdict);
});
