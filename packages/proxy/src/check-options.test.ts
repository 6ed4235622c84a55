import { listUsers } from "@segment-iam/client";
import { expect, it } from "vitest";
import { createIamProxy } from "./create-iam-proxy.ts";
import type { IamProxyOptions } from "./iam-proxy-options.ts";
import { everything, setUp, TOKEN } from "./testing/set-up.ts";

it.each<[Partial<Record<keyof IamProxyOptions, unknown>>, string]>([
  [{ authorize: undefined }, "A proxy needs authorize"],
  [{ allow: [] }, "A proxy needs allow"],
  [{ allow: undefined }, "A proxy needs allow"],
  [{ allow: "listUsers" }, "A proxy needs allow"],
  [{ allow: ["listUsers"] }, 'allow takes operations such as listUsers of @segment-iam/client, not "listUsers"'],
  [{ allow: [listUsers, undefined] }, "not undefined"],
  [{ token: undefined }, "A proxy needs a token"],
  [{ token: 42 }, "A proxy needs a token"],
  [{ token: "sgp secret" }, "cannot be sent in a header"],
  [{ region: "mars" }, 'There is no region "mars"'],
  [{ basePath: "api/iam" }, 'basePath takes a path that begins with a slash, such as /api/iam, not "api/iam"'],
  [{ basePath: "https://app.example/api/iam" }, "basePath takes a path"],
  [{ basePath: "/api/iam?" }, "basePath takes a path"],
  [{ basePath: null }, "not null"],
  [{ maxBodyBytes: "1mb" }, 'maxBodyBytes takes a number above 0, not "1mb"'],
  [{ maxBodyBytes: Number.NaN }, "maxBodyBytes takes a number above 0, not NaN"],
  [{ timeoutMs: Number.NaN }, "timeoutMs takes a number above 0, not NaN"],
  [{ timeoutMs: -1 }, "not -1"],
  [{ timeoutMs: "5s" }, 'not "5s"'],
  [{ onError: "log" }, "onError takes a function"],
  [{ interceptors: [undefined] }, "interceptors takes a list of layers"],
])("does not take %o", (options, message) => {
  const complete = { token: TOKEN, authorize: () => true, allow: everything };
  const make = () => Reflect.apply(createIamProxy, undefined, [{ ...complete, ...options }]);
  expect(make).toThrow(expect.objectContaining({ name: "ConfigError", message: expect.stringContaining(message) }));
  expect(make).not.toThrow("secret");
});

it("takes a limit that is none", async () => {
  const { send } = setUp({ maxBodyBytes: Infinity, timeoutMs: Infinity });
  expect((await send("/api/iam/users")).status).toBe(200);
});
