import { Console } from "node:console";
import { Writable } from "node:stream";
import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import winston from "winston";
import { createIamClient } from "../create-iam-client.ts";
import { listUsers } from "../generated/operations.ts";
import type { Interceptor } from "../interceptor.ts";
import { refusingUrl } from "../test-utils/serve.ts";
import type { IamError } from "./iam-error.ts";

/** The caller's function. The stack of each error must name it. */
async function loadUsersPage(...args: Parameters<typeof listUsers>): Promise<unknown> {
  return await listUsers(...args);
}

/** Interceptors that await the next one, as retries and loggers do. Each adds frames to a stack. */
const interceptors: Interceptor[] = Array.from({ length: 5 }, () => (next) => async (context) => await next(context));
const options = { token: "sgp_secret", interceptors };

const badGateway = async () =>
  new Response("<h1>Bad gateway</h1>", {
    status: 502,
    headers: { "content-type": "text/html", "retry-after": "2", "x-request-id": "req-1" },
  });

const calls: Record<string, () => Promise<unknown>> = {
  ApiError: () => loadUsersPage(createIamClient({ ...options, fetch: badGateway })),
  ConfigError: () => loadUsersPage(createIamClient({ ...options, baseUrl: "/api/iam" })),
  InputError: () => loadUsersPage(createIamClient(options), { page: 1 } as object),
  InvalidResponseError: () => loadUsersPage(createIamClient({ ...options, fetch: async () => new Response("") })),
  NetworkError: async () => loadUsersPage(createIamClient({ ...options, baseUrl: await refusingUrl() })),
  CallTimeoutError: () =>
    loadUsersPage(createIamClient({ ...options, timeoutMs: 1, fetch: () => new Promise(() => {}) })),
};

const errors: Record<string, IamError> = {};
beforeAll(async () => {
  for (const [name, call] of Object.entries(calls))
    errors[name] = (await call().catch((error: unknown) => error)) as IamError;
});

/** Collects what `write` writes to a stream. */
async function outputOf(write: (stream: Writable) => void): Promise<string> {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  write(stream);
  await new Promise((resolve) => setImmediate(resolve));
  return text;
}

const withoutPort = ({ message }: IamError) => message.replace(/:\d+$/, "");
const logWithPino = async (error?: IamError) => JSON.parse(await outputOf((stream) => pino(stream).error(error))).err;
const withoutFrames = (text: string) => text.replace(/\n {4}at .*?(?= \{\n|\n)/g, "");

describe.each(Object.keys(calls))("%s", (name) => {
  it("has a stack with its name, its message and the caller's function", () => {
    const { message, stack = "" } = errors[name] as IamError;
    expect(stack).toMatch(`${name}: ${message}\n`);
    expect(stack).toContain("loadUsersPage");
    expect(stack).toContain("error-output.test.ts");
  });

  it("is printed by console.error without undefined members", async () => {
    const text = await outputOf((stream) => new Console(stream).error(errors[name]));
    expect(text).toMatch(`${name}: ${errors[name]?.message}\n`);
    expect(text).not.toMatch(/undefined|final|iamBrand/);
  });

  it("has an own property name and the same message for each occurrence, so that error trackers group it", async () => {
    const error = errors[name] as IamError;
    expect(Object.getOwnPropertyDescriptor(error, "name")?.value).toBe(name);
    const again = (await calls[name]?.().catch((failure) => failure)) as IamError;
    expect(withoutPort(again)).toBe(withoutPort(error));
  });
});

it("prints an ApiError with console.error in one short block", async () => {
  const text = await outputOf((stream) => new Console(stream).error(errors["ApiError"]));
  expect(withoutFrames(text)).toBe(`ApiError: listUsers failed with status 502 {
  operation: 'listUsers',
  status: 502,
  attempts: 1,
  requestId: 'req-1',
  retryAfterMs: 3000,
  errors: [],
  excerpt: '<h1>Bad gateway</h1>',
  headers: {
    'content-type': 'text/html',
    'retry-after': '2',
    'x-request-id': 'req-1'
  }
}
`);
});

it("prints a CallTimeoutError with console.error in one short block", async () => {
  const text = await outputOf((stream) => new Console(stream).error(errors["CallTimeoutError"]));
  expect(withoutFrames(text)).toBe(`CallTimeoutError: listUsers timed out after 1 ms {
  operation: 'listUsers',
  attempts: 1,
  timeoutMs: 1
}
`);
});

it("is logged by pino with all members and the cause", async () => {
  expect(await logWithPino(errors["ApiError"])).toMatchObject({
    type: "ApiError",
    name: "ApiError",
    message: "listUsers failed with status 502",
    stack: expect.stringMatching(/^ApiError: listUsers failed with status 502\n/),
    requestId: "req-1",
    headers: { "retry-after": "2" },
  });
  expect(await logWithPino(errors["NetworkError"])).toMatchObject({
    type: "NetworkError",
    message: expect.stringMatching(/^listUsers failed after 1 attempt: connect ECONNREFUSED .*: fetch failed: connect/),
    stack: expect.stringContaining("caused by: TypeError: fetch failed"),
    attempts: 1,
  });
});

it("is logged by winston with all members", async () => {
  const format = winston.format.combine(winston.format.errors({ stack: true }), winston.format.json());
  const log = async (error?: IamError) =>
    JSON.parse(
      await outputOf((stream) => {
        winston.createLogger({ format, transports: [new winston.transports.Stream({ stream })] }).error(error);
      }),
    );
  expect(await log(errors["ApiError"])).toMatchObject({
    level: "error",
    name: "ApiError",
    message: "listUsers failed with status 502",
    stack: expect.stringMatching(/^ApiError: listUsers failed with status 502\n/),
    status: 502,
    requestId: "req-1",
  });
});

it("has errors with a code as its causes, in the form that error trackers read", () => {
  const { cause } = errors["NetworkError"] as IamError;
  expect(cause).toMatchObject({ name: "TypeError", message: "fetch failed", code: "ECONNREFUSED" });
  expect(cause).toBeInstanceOf(Error);
  expect((cause as Error).cause).toMatchObject({ name: "Error", code: "ECONNREFUSED" });
});
