import { listUsers } from "@segment-iam/client";
import { retry } from "@segment-iam/helpers/retry";
import { expect, it } from "vitest";
import { createIamProxy } from "./create-iam-proxy.ts";
import type { IamProxyOptions } from "./iam-proxy-options.ts";
import { defaultOptions, setUp, TOKEN } from "./test-utils/set-up.ts";

it.each<[Partial<Record<keyof IamProxyOptions, unknown>>, string]>([
  [{ authorize: undefined }, "authorize must be a function that returns whether a call is allowed, got undefined"],
  [{ allow: [] }, "allow must be a non-empty array"],
  [{ allow: undefined }, "allow must be a non-empty array"],
  [{ allow: "listUsers" }, "allow must be a non-empty array"],
  [
    { allow: ["listUsers"] },
    'allow must contain only operations, such as listUsers of @segment-iam/client, got "listUsers"',
  ],
  [{ allow: [listUsers, undefined] }, "got undefined"],
  [{ token: undefined }, "token must be a Public API token"],
  [{ token: 42 }, "token must be a Public API token"],
  [{ token: "sgp secret" }, "invalid characters"],
  [{ region: "mars" }, '"mars"'],
  [{ basePath: "api/iam" }, 'basePath must be a path with a leading slash, such as /api/iam, got "api/iam"'],
  [{ basePath: "https://app.example/api/iam" }, "basePath must be a path"],
  [{ basePath: "/api/iam?" }, "basePath must be a path"],
  [{ basePath: null }, "got null"],
  [{ maxBodyBytes: "1mb" }, 'maxBodyBytes must be a number above 0, got "1mb"'],
  [{ maxBodyBytes: Number.NaN }, "maxBodyBytes must be a number above 0, got NaN"],
  [{ timeoutMs: Number.NaN }, "timeoutMs must be a number above 0, got NaN"],
  [{ timeoutMs: -1 }, "got -1"],
  [{ timeoutMs: "5s" }, 'got "5s"'],
  [{ maxResponseBytes: -1 }, "maxResponseBytes must be a number above 0, got -1"],
  [{ healthPath: "healthz" }, 'healthPath must be a path with a leading slash, such as /healthz, got "healthz"'],
  [{ healthPath: "/api/iam/users" }, "healthPath /api/iam/users is also the path of listUsers; use another path"],
  [{ healthPath: "/api/iam/users/me" }, "healthPath /api/iam/users/me is also the path of getUser"],
  [{ onError: "log" }, "onError must be a function"],
  [{ onAudit: "log" }, "onAudit must be a function"],
  [{ interceptors: [undefined] }, "interceptors must be an array"],
  [{ interceptors: retry() }, "interceptors must be an array of interceptors"],
  [{ interceptors: retry(), token: () => TOKEN }, "interceptors must be an array of interceptors"],
])("rejects %o", (options, message) => {
  const make = () => Reflect.apply(createIamProxy, undefined, [{ ...defaultOptions, ...options }]);
  expect(make).toThrow(expect.objectContaining({ name: "ConfigError", message: expect.stringContaining(message) }));
  expect(make).not.toThrow("secret");
});

it("accepts Infinity as a limit", async () => {
  const { send } = setUp({ maxBodyBytes: Infinity, timeoutMs: Infinity });
  expect((await send("/api/iam/users")).status).toBe(200);
});
