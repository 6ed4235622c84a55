import { describe, expect, it } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { listUsers } from "../generated/operations.ts";
import { serve } from "../test-utils/serve.ts";
import { ApiError, InvalidResponseError } from "./response-errors.ts";
import { reviveError } from "./revive-error.ts";

const token = "sgp_0123456789";

/** Calls a server, and returns the error of the call. */
async function failureOf(status: number, body: string, headers: Record<string, string> = {}): Promise<ApiError> {
  const server = await serve((response) => response.writeHead(status, headers).end(body));
  return listUsers(createIamClient({ token, baseUrl: server.url })).catch((error) => error);
}

describe("ApiError", () => {
  const init = { operation: "doThing", status: 422, attempts: 1, retryAfterMs: undefined };

  it("lists all errors of the body in its message, each with its field", () => {
    const errors = [{ type: "a", message: "is wrong", field: "name" }, { type: "b" }];
    expect(new ApiError({ ...init, errors }).message).toBe("doThing failed with status 422: is wrong (name); b");
    expect(new ApiError({ ...init, errors: [] }).message).toBe("doThing failed with status 422");
  });

  it("has final: true only if the response forbids a retry", () => {
    const error = new ApiError({ ...init, errors: [], headers: { "x-should-retry": "false" } });
    expect([
      new ApiError({ ...init, errors: [] }).final,
      error.final,
      (reviveError({ name: "ApiError", message: "no" }) as ApiError).final,
      (reviveError(JSON.parse(JSON.stringify(error))) as ApiError).final,
    ]).toEqual([false, true, false, true]);
  });
});

describe("an ApiError of a response that is not from the API", () => {
  it("has the safe headers, the request id and an excerpt of the body", async () => {
    const failure = await failureOf(502, "<html>\r\n  <title>502 Bad Gateway</title>", {
      "Content-Type": "text/html",
      Date: "Thu, 01 Jan 1970 00:00:00 GMT",
      "Retry-After": "2",
      "X-Request-Id": "req-1",
      "X-RateLimit-Remaining": "0",
      "Set-Cookie": "session=1",
      "X-User-Email": "ada@example.com",
      "X-Api-Key": "1",
    });
    expect(failure).toMatchObject({
      message: "listUsers failed with status 502",
      requestId: "req-1",
      retryAfterMs: 3_000,
      errors: [],
      excerpt: "<html> <title>502 Bad Gateway</title>",
    });
    expect(failure.headers).toEqual({
      "content-type": "text/html",
      date: "Thu, 01 Jan 1970 00:00:00 GMT",
      "retry-after": "2",
      "x-request-id": "req-1",
      "x-ratelimit-remaining": "0",
    });
  });

  it("keeps its headers, request id and excerpt in JSON and in a structured clone of toJSON()", async () => {
    const failure = await failureOf(502, "<html>", {
      "content-type": "text/html",
      "x-request-id": "req-1",
      date: "now",
    });
    for (const data of [JSON.parse(JSON.stringify(failure)), structuredClone(failure.toJSON())]) {
      const { requestId, excerpt, headers } = reviveError(data) as ApiError;
      expect({ requestId, excerpt, headers }).toEqual({
        requestId: "req-1",
        excerpt: "<html>",
        headers: { "content-type": "text/html", "x-request-id": "req-1", date: "now" },
      });
    }
  });

  it("has no token in its headers and excerpt", async () => {
    const failure = await failureOf(500, `token ${token}`, { "x-request-id": `a ${token}` });
    expect(failure).toMatchObject({ requestId: "a [token]", excerpt: "token [token]" });
    expect(failure.headers["x-request-id"]).toBe("a [token]");
  });

  it("has an excerpt of at most 200 characters", async () => {
    expect((await failureOf(500, "x".repeat(1_000))).excerpt).toBe("x".repeat(200));
  });

  it.each([
    ["a color", "\u001b[31mred", "\\u{1b}[31mred"],
    ["a deletion", "a\b\u007f", "a\\u{8}\\u{7f}"],
    ["reversed text", "a\u202eb", "a\\u{202e}b"],
    ["line breaks and tabs", "\n a\r\nb\t\u2028c ", "a b c"],
    ["a surrogate pair cut at the end", `${"x".repeat(199)}\u{1f600}`, `${"x".repeat(199)}\\u{d83d}`],
    ["other languages and emoji", "h\u00e9llo \u4f60\u597d \u{1f600}", "h\u00e9llo \u4f60\u597d \u{1f600}"],
  ])("escapes characters that control a terminal: %s", async (_, body, excerpt) => {
    expect((await failureOf(500, body)).excerpt).toBe(excerpt);
  });
});

describe("an ApiError of the API", () => {
  it("has no excerpt", async () => {
    const failure = await failureOf(404, '{"errors":[{"type":"not-found"}]}');
    expect(failure).not.toHaveProperty("excerpt");
    expect(failure).not.toHaveProperty("requestId");
  });

  it("has a message on one line", async () => {
    const errors = [{ type: "a", message: "no\n\u001b[2Jat fake (x.js:1:1)", field: "b\nc" }];
    const { message } = await failureOf(422, JSON.stringify({ errors }));
    expect(message).toBe("listUsers failed with status 422: no \\u{1b}[2Jat fake (x.js:1:1) (b c)");
  });
});

it("keeps the first 200 characters of a body in an InvalidResponseError", () => {
  expect(new InvalidResponseError("doThing", 200, "x".repeat(500), "the body is odd").excerpt).toBe("x".repeat(200));
});
