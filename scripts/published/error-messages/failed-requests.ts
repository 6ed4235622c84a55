import { createIamClient, listUsers, type IamClient } from "@segment-iam/client";
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

/** The messages of `@segment-iam/client` for failed requests. */
export const failedRequests: readonly ErrorCase[] = [
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
