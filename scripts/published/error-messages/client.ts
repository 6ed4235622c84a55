import { createIamClient, deleteUsers, getUser, listUsers, type IamClient } from "@segment-iam/client";
import { retry } from "@segment-iam/helpers/retry";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { vi } from "vitest";
import type { ErrorCase } from "./error-case.ts";

const token = "sgp_token";

/** Creates a client whose requests all get the same response. */
function clientOf(status: number, body: unknown, headers: Record<string, string> = {}): IamClient {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const init = { status, headers: { "content-type": "application/json", ...headers } };
  return createIamClient({ token, fetch: async () => new Response(text, init) });
}

/** A client that sends nothing. */
const iam = createIamClient({ token, fetch: () => Promise.reject(new Error("Sent a request")) });

/** Rejects like `fetch` in Node.js. */
const refuse = async () => {
  const cause = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:4010"), { code: "ECONNREFUSED" });
  throw new TypeError("fetch failed", { cause });
};

/** Calls a server that never responds, with a fake clock. */
async function callUntilTimeout(): Promise<unknown> {
  vi.useFakeTimers();
  const silent = createIamClient({ token, fetch: () => new Promise(() => {}) });
  const failure = listUsers(silent).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10_000).finally(() => vi.useRealTimers());
  return failure;
}

const configError = (message: string) => ({ name: "ConfigError", message });
const inputError = (operation: string, field: string, message: string) => ({
  name: "InputError",
  message,
  operation,
  field,
});
const apiError = (message: string, members: object) => ({
  name: "ApiError",
  message,
  operation: "listUsers",
  attempts: 1,
  headers: { "content-type": "application/json" },
  ...members,
});
const invalidResponse = (message: string, excerpt: string) => ({
  name: "InvalidResponseError",
  message,
  operation: "listUsers",
  status: 200,
  excerpt,
});
const networkError = (message: string, attempts: number) => ({
  name: "NetworkError",
  message,
  operation: "listUsers",
  attempts,
});
const required = { type: "input-validation", message: '"x" is required', field: "x" };
const html = { "content-type": "text/html" };

/** The messages of `@segment-iam/client`. */
export const clientErrors: readonly ErrorCase[] = [
  [
    "a missing token",
    () => createIamClient({ token: undefined }),
    configError(
      'The token is missing. Set "token", for example to process.env.SEGMENT_TOKEN, or "baseUrl" for a proxy',
    ),
  ],
  [
    "a token function that returns an empty string",
    () => listUsers(createIamClient({ token: () => "" })),
    configError(
      'The token is missing. Set "token", for example to process.env.SEGMENT_TOKEN, or "baseUrl" for a proxy',
    ),
  ],
  [
    "a token with a line break",
    () => createIamClient({ token: `${token}\n` }),
    configError("The token has invalid characters"),
  ],
  [
    "a base URL with a query",
    () => createIamClient({ baseUrl: "/api/iam?tenant=1" }),
    configError("baseUrl must be an http URL or a path, without credentials, query and hash"),
  ],
  [
    "a relative base URL outside browsers",
    () => listUsers(createIamClient({ baseUrl: "/api/iam" })),
    configError("baseUrl must be an absolute URL outside browsers"),
  ],
  [
    "an unknown region",
    () => createIamClient({ token, region: "mars" as "us" }),
    configError('Unknown region "mars"; expected "us" or "eu"'),
  ],
  [
    "an unknown version",
    () => createIamClient({ token, version: "v9" as "v1" }),
    configError('Unknown version "v9"; expected "v1", "v1beta" or "v1alpha"'),
  ],
  [
    "a client header with a line break",
    () => createIamClient({ token, headers: { "X-Trace": "a\nb" } }),
    configError("The header X-Trace has invalid characters"),
  ],
  [
    "a call header with a line break",
    () => listUsers(iam, {}, { headers: { "X-Trace": "a\nb" } }),
    inputError("listUsers", "X-Trace", "listUsers: X-Trace has invalid characters"),
  ],
  [
    "an unknown input",
    () => listUsers(iam, { pge: 1 } as object),
    inputError("listUsers", "pge", "listUsers: pge is not an input of this operation"),
  ],
  [
    "a forgotten client",
    () => deleteUsers({ userIds: ["u1"] } as never, {} as never),
    inputError("deleteUsers", "client", "deleteUsers: client must be the first argument; createIamClient creates one"),
  ],
  [
    "a value that JSON cannot represent",
    () => listUsers(iam, { pagination: { count: Number.NaN } }),
    inputError("listUsers", "pagination.count", "listUsers: pagination.count must be JSON data, got NaN"),
  ],
  [
    "an empty bulk array",
    () => deleteUsers(iam, { userIds: [] }),
    inputError("deleteUsers", "userIds", "deleteUsers: userIds must be a non-empty array"),
  ],
  [
    "an empty path parameter",
    () => getUser(iam, { userId: "" }),
    inputError("getUser", "userId", "getUser: userId is required and must not be empty"),
  ],
  [
    "a path parameter that changes the path",
    () => getUser(iam, { userId: ".." }),
    inputError("getUser", "userId", 'getUser: userId must not be ".."'),
  ],
  [
    "a lone surrogate in a path parameter",
    () => getUser(iam, { userId: "\ud800" }),
    inputError("getUser", "userId", "getUser: userId has invalid characters"),
  ],
  [
    "a raw call with a relative path",
    () => iam.GET("users" as "/users"),
    inputError("GET users", "url", 'GET users: url must start with "/"'),
  ],
  [
    "an interceptor that changes the host",
    () => {
      const url = "https://other.example/users";
      return listUsers(createIamClient({ token, interceptors: [(next) => (context) => next({ ...context, url })] }));
    },
    inputError("listUsers", "url", "listUsers: url must start with https://api.segmentapis.com/"),
  ],
  [
    "a 422 with the field",
    () => listUsers(clientOf(422, { errors: [required] })),
    apiError('listUsers failed with status 422: "x" is required (x)', { status: 422, errors: [required] }),
  ],
  [
    "several errors in one response",
    () => listUsers(clientOf(400, { errors: [required, { type: "unknown" }] })),
    apiError('listUsers failed with status 400: "x" is required (x); unknown', {
      status: 400,
      errors: [required, { type: "unknown" }],
    }),
  ],
  [
    "an HTML page of a proxy",
    () => listUsers(clientOf(503, "<html>", { ...html, "retry-after": "2", "x-should-retry": "false" })),
    apiError("listUsers failed with status 503", {
      status: 503,
      errors: [],
      retryAfterMs: 3_000,
      excerpt: "<html>",
      headers: { "content-type": "text/html", "retry-after": "2", "x-should-retry": "false" },
    }),
  ],
  [
    "an empty body",
    () => listUsers(clientOf(200, "")),
    invalidResponse("listUsers returned status 200, but the body is not JSON", ""),
  ],
  [
    "another media type",
    () => listUsers(clientOf(200, "<p>", html)),
    invalidResponse("listUsers returned status 200, but the body is text/html, not JSON", "<p>"),
  ],
  [
    "a body without data",
    () => listUsers(clientOf(200, {})),
    invalidResponse("listUsers returned status 200, but the body has no data", "{}"),
  ],
  [
    "a refused connection",
    () => listUsers(createIamClient({ token, fetch: refuse })),
    networkError("listUsers failed after 1 attempt: connect ECONNREFUSED 127.0.0.1:4010", 1),
  ],
  [
    "a refused connection after retries",
    () => {
      const clock = new VirtualClock();
      return clock.run(listUsers(createIamClient({ token, fetch: refuse, interceptors: [retry({ clock })] })));
    },
    networkError("listUsers failed after 4 attempts: connect ECONNREFUSED 127.0.0.1:4010", 4),
  ],
  [
    "a response that takes too long",
    callUntilTimeout,
    {
      name: "CallTimeoutError",
      message: "listUsers timed out after 10000 ms",
      operation: "listUsers",
      attempts: 1,
      timeoutMs: 10_000,
    },
  ],
];
