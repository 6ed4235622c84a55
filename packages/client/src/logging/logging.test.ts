import { describe, expect, it, vi } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { deleteUsers, getUser, listUsers } from "../generated/operations.ts";
import { json, refusingUrl, serve } from "../test-utils/serve.ts";
import type { Interceptor } from "../interceptor.ts";
import { logging, type LoggingOptions } from "./logging.ts";

/** A logger that notes what it is given, and a clock that goes on by 5 ms each time it is read. */
function notes(options: LoggingOptions = {}) {
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

const broken = () => {
  throw new Error("disk full");
};

const twice: Interceptor = (next) => async (context) => {
  await next(context);
  return next(context);
};

const token = "sgp_secret";
const success = { data: { status: "SUCCESS" } };

describe("one line for each call", () => {
  it("tells a success", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { lines, interceptor } = notes();
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

  it("tells an answer that is not a success, with the wait it asks for", async () => {
    const server = await serve((response) => json(response, 429, {}, { "retry-after": "7" }));
    const { lines, interceptor } = notes();
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

  it("tells why there was no answer", async () => {
    const { lines, interceptor } = notes();
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

  it("tells that the caller gave up, whatever the reason was", async () => {
    const server = await serve(() => abort.abort({ secret: "reason" }));
    const abort = new AbortController();
    const { lines, interceptor } = notes();
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
    await listUsers(iam, {}, { signal: abort.signal }).catch(() => {});
    expect(lines).toMatchObject([
      { level: "info", line: ["listUsers was aborted with object in 5 ms", { aborted: true, error: "object" }] },
    ]);
  });

  it("counts the attempts of a retry further in", async () => {
    const server = await serve((response) => json(response, server.requests.length < 4 ? 503 : 200, success));
    const { lines, interceptor } = notes();
    await listUsers(createIamClient({ token, baseUrl: server.url, interceptors: [interceptor, twice, twice] }));
    expect(lines).toMatchObject([{ line: ["listUsers returned status 200 in 5 ms, 4 attempts", { attempts: 4 }] }]);
  });

  it("is one for each attempt when it stands after the retry", async () => {
    const server = await serve((response) => json(response, server.requests.length < 2 ? 503 : 200, success));
    const { lines, interceptor } = notes();
    await listUsers(createIamClient({ token, baseUrl: server.url, interceptors: [twice, interceptor] }));
    expect(lines.map(({ line: [line] }) => line)).toEqual([
      "listUsers returned status 503 in 5 ms",
      "listUsers returned status 200 in 5 ms, 2 attempts",
    ]);
  });

  it("names a raw call by its template", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { lines, interceptor } = notes();
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
    await iam.GET("/users/{userId}", { params: { path: { userId: "u1" } } });
    expect(lines).toMatchObject([
      { line: ["GET /users/{userId} returned status 200 in 5 ms", { path: "/users/{userId}" }] },
    ]);
  });
});

describe("what is never logged", () => {
  it("is whom a call was about, unless the address is asked for", async () => {
    const server = await serve((response) => json(response, 200, success));
    for (const url of [false, true]) {
      const { lines, interceptor } = notes({ url });
      const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
      await deleteUsers(iam, { userIds: ["u-17"] }, { headers: { "x-reason": "left the company" } });
      const text = JSON.stringify(lines);
      expect(text.includes("u-17")).toBe(url);
      expect(text).not.toContain("left the company");
      expect(text).not.toContain(token);
    }
  });
});

describe("options", () => {
  it("choose how loud a record is, and leave some out", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { lines, interceptor } = notes({ level: ({ operation }) => (operation === "getUser" ? "debug" : undefined) });
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
    await listUsers(iam);
    await getUser(iam, { userId: "u1" });
    expect(lines).toMatchObject([{ level: "debug", line: [expect.stringContaining("getUser"), {}] }]);
  });

  it("choose what the logger is given", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { lines, interceptor } = notes({ format: (record, line) => [record.status, line.length] });
    await listUsers(createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] }));
    expect(lines).toEqual([{ level: "info", line: [200, "listUsers returned status 200 in 5 ms".length] }]);
  });

  it("default to the console", async () => {
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
  ["throws", broken],
  ["rejects", async () => broken()],
])("leaves a call alone whose logger %s", async (_, log) => {
  const server = await serve((response) => json(response, server.requests.length === 1 ? 200 : 500, success));
  const interceptor = logging({ logger: { debug: log, info: log, warn: log, error: log } });
  const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
  expect(await listUsers(iam)).toEqual(success.data);
  await expect(listUsers(iam)).rejects.toMatchObject({ name: "ApiError", status: 500 });
});
