import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { ApiError, InvalidResponseError } from "./response-errors.ts";
import { ConfigError, InputError } from "./request-errors.ts";
import { IamError } from "./iam-error.ts";
import { NetworkError, CallTimeoutError } from "./transport-errors.ts";
import { reviveError } from "./revive-error.ts";

const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" });
const failures = [
  new ApiError({
    operation: "listUsers",
    status: 429,
    errors: [{ type: "RequestError", message: "Too many requests" }],
    attempts: 4,
    retryAfterMs: 57_697,
  }),
  new ConfigError('Unknown region "mars"; expected "us" or "eu"'),
  new InputError("getUser", "userId", "must not be empty"),
  new InvalidResponseError("listUsers", 200, "<html>", "the body is not JSON", new SyntaxError("Unexpected <")),
  new NetworkError("listUsers", 2, new TypeError("fetch failed", { cause: refused })),
  new CallTimeoutError("listUsers", 1, 10_000, new DOMException("aborted", "AbortError")),
];

const transports: readonly [name: string, transfer: (error: IamError) => unknown][] = [
  ["JSON", (error) => JSON.parse(JSON.stringify({ error })).error],
  ["structured clone of toJSON()", (error) => structuredClone(error.toJSON())],
  ["postMessage of toJSON()", (error) => post(error.toJSON())],
];

function post(value: unknown): unknown {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(value);
  const received = receiveMessageOnPort(port2)?.message;
  port1.close();
  return received;
}

describe.each(transports)("reviveError after %s", (_, transfer) => {
  it.each(failures.map((error) => [error.name, error] as const))("restores a %s", (name, error) => {
    const revived = reviveError(transfer(error));
    expect(revived).toBeInstanceOf(error.constructor);
    expect(revived).toBeInstanceOf(IamError);
    expect(revived).toMatchObject({ ...error, name, message: error.message });
    expect(JSON.stringify(revived)).toBe(JSON.stringify(error));
    expect(revived.stack).toContain("revive-error");
  });

  it("restores the code of a failed connection", () => {
    const revived = reviveError(transfer(failures[4] as NetworkError));
    expect(revived.cause).toMatchObject({ name: "TypeError", message: "fetch failed" });
    expect((revived.cause as Error).cause).toMatchObject({ code: "ECONNREFUSED", message: refused.message });
    expect((revived.cause as Error).cause).toBeInstanceOf(Error);
  });
});

describe("an IamError", () => {
  it.each(failures.map((error) => [error.name, error] as const))("can be cloned and posted (%s)", (_, error) => {
    expect(structuredClone(error)).toMatchObject({ message: error.message });
    expect(post(error)).toMatchObject({ message: error.message });
  });

  it("can be cloned for any value that fetch throws, and copies only its text", () => {
    const thrown = { message: "down", code: "EX", request: { headers: { authorization: "x" } }, retry: () => {} };
    const error = new NetworkError("listUsers", 1, thrown);
    expect(structuredClone(error).message).toBe("listUsers failed after 1 attempt: down");
    expect(error.cause).toMatchObject({ message: "down", code: "EX" });
    expect(error.cause).not.toHaveProperty("request");
  });

  it("serializes circular causes to JSON", () => {
    const cause = new Error("circular");
    const error = new NetworkError("listUsers", 1, cause);
    (error.cause as Error).cause = error;
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: "NetworkError", cause: { message: "circular" } });
  });
});

describe("further error classes", () => {
  class PageError extends IamError {
    static override readonly iamBrand: string = "PageError";
    declare readonly cursor: string;
  }
  const error = new PageError("failed on a page", { cursor: "MQ==", cause: failures[0] });

  it("are restored with their causes if they are passed", () => {
    const revived = reviveError(structuredClone(error.toJSON()), [PageError]);
    expect(revived).toBeInstanceOf(PageError);
    expect(revived).toMatchObject({ name: "PageError", cursor: "MQ==", cause: { status: 429 } });
    expect(revived.cause).toBeInstanceOf(ApiError);
  });

  it("become plain errors with their name and members if they are not passed", () => {
    const revived = reviveError(error.toJSON());
    expect(revived).not.toBeInstanceOf(IamError);
    expect(revived).toMatchObject({ name: "PageError", message: "failed on a page", cursor: "MQ==" });
  });
});

it("revives an error with writable members", () => {
  const error = reviveError({ name: "ApiError", message: "no", status: 404 }) as { status?: number };
  error.status = 500;
  expect(error.status).toBe(500);
  delete error.status;
  expect("status" in error).toBe(false);
});

describe("reviveError of other data", () => {
  it.each([
    ["undefined", undefined, "undefined"],
    ["null", null, "null"],
    ["a string", "broken", "broken"],
    ["another object", { status: 3 }, ""],
    ["a message that is not a string", { message: { a: 1 } }, ""],
  ])("returns a plain error for %s", (_, data, message) => {
    const revived = reviveError(data);
    expect(revived.message).toBe(message);
    expect(revived).not.toBeInstanceOf(IamError);
  });

  it("returns an error unchanged", () => {
    expect(reviveError(failures[0])).toBe(failures[0]);
  });

  it("ignores __proto__ and limits the nesting", () => {
    const forged = JSON.parse('{"name":"X","message":"m","__proto__":{"status":1}}');
    expect(Object.getPrototypeOf(reviveError(forged))).toBe(Error.prototype);
    const deep = JSON.parse(`${'{"cause":'.repeat(5_000)}1${"}".repeat(5_000)}`);
    expect(reviveError(deep)).toBeInstanceOf(Error);
  });
});
