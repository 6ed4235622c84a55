import { describe, expect, it, vi } from "vitest";
import { createIamClient } from "./create-iam-client.ts";
import { deleteUsers, getUser, listUsers } from "./generated/operations.ts";
import { json, refusingUrl, serve } from "./test-utils/serve.ts";
import type { Interceptor } from "./interceptor.ts";
import { logging, type LoggingOptions } from "./logging.ts";

/** Creates the interceptor with a logger that records its lines, and a clock that advances by 5 ms at each reading. */
function setUp(options: LoggingOptions = {}) {
  const lines: { level: string; line: readonly unknown[] }[] = [];
  const at =
    (level: string) =>
    (...line: unknown[]) =>
      lines.push({ level, line });
  const logger = { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
  let nowMs = 1_000.25;
  const now = () => (nowMs += 5);
  return { lines, interceptor: logging({ logger, now, ...options }) };
}

const throwError = () => {
  throw new Error("disk full");
};

const twice: Interceptor = (next) => async (context) => {
  await next(context);
  return next(context);
};

const token = "sgp_secret";
const success = { data: { status: "SUCCESS" } };

describe("the log line of a call", () => {
  it("contains the status of a success, at level info", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { lines, interceptor } = setUp();
    await getUser(createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] }), { userId: "u/1" });
    const record = {
      operation: "getUser",
      method: "GET",
      path: "/users/{userId}",
      attempts: 1,
      durationMs: 5,
      status: 200,
    };
    expect(lines).toEqual([{ level: "info", line: ["getUser returned status 200 in 5 ms", record] }]);
  });

  it("contains the requested delay of a failed response, at level warn", async () => {
    const server = await serve((response) => json(response, 429, {}, { "retry-after": "7" }));
    const { lines, interceptor } = setUp();
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
    await listUsers(iam).catch(() => {});
    expect(lines).toEqual([
      {
        level: "warn",
        line: [
          "listUsers returned status 429 in 5 ms, retry after 8000 ms",
          expect.objectContaining({ status: 429, error: "ApiError", retryAfterMs: 8_000 }),
        ],
      },
    ]);
  });

  it("contains the error and its code if there is no response, at level error", async () => {
    const { lines, interceptor } = setUp();
    const iam = createIamClient({ token, baseUrl: await refusingUrl(), interceptors: [interceptor] });
    await listUsers(iam).catch(() => {});
    expect(lines).toEqual([
      {
        level: "error",
        line: [
          "listUsers failed with NetworkError (ECONNREFUSED) in 5 ms",
          expect.objectContaining({ error: "NetworkError", code: "ECONNREFUSED" }),
        ],
      },
    ]);
  });

  it("contains the type of the reason if the caller aborted, at level info", async () => {
    const server = await serve(() => abort.abort({ secret: "reason" }));
    const abort = new AbortController();
    const { lines, interceptor } = setUp();
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
    await listUsers(iam, {}, { signal: abort.signal }).catch(() => {});
    expect(lines).toMatchObject([
      {
        level: "info",
        line: ["listUsers was aborted with a reason of type object in 5 ms", { aborted: true, error: "object" }],
      },
    ]);
  });

  it("contains the number of attempts of an inner retry interceptor", async () => {
    const server = await serve((response) => json(response, server.requests.length < 4 ? 503 : 200, success));
    const { lines, interceptor } = setUp();
    await listUsers(createIamClient({ token, baseUrl: server.url, interceptors: [interceptor, twice, twice] }));
    expect(lines).toMatchObject([{ line: ["listUsers returned status 200 in 5 ms, 4 attempts", { attempts: 4 }] }]);
  });

  it("is logged for each attempt when placed after a retry interceptor", async () => {
    const server = await serve((response) => json(response, server.requests.length < 2 ? 503 : 200, success));
    const { lines, interceptor } = setUp();
    await listUsers(createIamClient({ token, baseUrl: server.url, interceptors: [twice, interceptor] }));
    expect(lines.map(({ line: [line] }) => line)).toEqual([
      "listUsers returned status 503 in 5 ms",
      "listUsers returned status 200 in 5 ms, 2 attempts",
    ]);
  });

  it("contains the path template of a raw call", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { lines, interceptor } = setUp();
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
    await iam.GET("/users/{userId}", { params: { path: { userId: "u1" } } });
    expect(lines).toMatchObject([
      { line: ["GET /users/{userId} returned status 200 in 5 ms", { path: "/users/{userId}" }] },
    ]);
  });
});

describe("a log record", () => {
  it("contains no values of path, query or headers, except with url: true", async () => {
    const server = await serve((response) => json(response, 200, success));
    for (const url of [false, true]) {
      const { lines, interceptor } = setUp({ url });
      const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
      await deleteUsers(iam, { userIds: ["u-17"] }, { headers: { "x-reason": "left the company" } });
      const text = JSON.stringify(lines);
      expect(text.includes("u-17")).toBe(url);
      expect(text).not.toContain("left the company");
      expect(text).not.toContain(token);
    }
  });
});

describe("logging options", () => {
  it("set the level of a record, or omit the record", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { lines, interceptor } = setUp({ level: ({ operation }) => (operation === "getUser" ? "debug" : undefined) });
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
    await listUsers(iam);
    await getUser(iam, { userId: "u1" });
    expect(lines).toMatchObject([{ level: "debug", line: [expect.stringContaining("getUser"), {}] }]);
  });

  it("set the arguments of the logger", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { lines, interceptor } = setUp({ format: (record, line) => [record.status, line.length] });
    await listUsers(createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] }));
    expect(lines).toEqual([{ level: "info", line: [200, "listUsers returned status 200 in 5 ms".length] }]);
  });

  it("default to the global console", async () => {
    const info = vi.spyOn(console, "info").mockReturnValue();
    const server = await serve((response) => json(response, 200, success));
    await listUsers(createIamClient({ token, baseUrl: server.url, interceptors: [logging()] }));
    expect(info).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^listUsers returned status 200 in \d+ ms$/),
      expect.objectContaining({ status: 200 }),
    );
    info.mockRestore();
  });
});

it.each<[string, () => unknown]>([
  ["throws", throwError],
  ["rejects", async () => throwError()],
])("does not affect a call if the logger %s", async (_, log) => {
  const server = await serve((response) => json(response, server.requests.length === 1 ? 200 : 500, success));
  const interceptor = logging({ logger: { debug: log, info: log, warn: log, error: log } });
  const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
  expect(await listUsers(iam)).toEqual(success.data);
  await expect(listUsers(iam)).rejects.toMatchObject({ name: "ApiError", status: 500 });
});
