import { describe, expect, it } from "vitest";
import { ApiError } from "./api-error.ts";
import { ConfigError } from "./config-error.ts";
import { InvalidResponseError } from "./invalid-response-error.ts";
import { codeOf, sanitizeCause } from "./sanitize-cause.ts";
import { reviveError } from "./revive-error.ts";
import { TimeoutError } from "./timeout-error.ts";

/** An error behind as many others. */
function behind(depth: number, last: unknown): unknown {
  return depth === 0 ? last : new Error("outer", { cause: behind(depth - 1, last) });
}

/** An error that is its own cause. */
function circle(): Error {
  const error = new Error("round");
  error.cause = error;
  return error;
}

describe("an ApiError", () => {
  const init = { operation: "doThing", status: 422, attempts: 1, retryAfterMs: undefined };

  it("says all complaints, each with its field", () => {
    const errors = [{ type: "a", message: "is wrong", field: "name" }, { type: "b" }];
    expect(new ApiError({ ...init, errors }).message).toBe("doThing failed with status 422: is wrong (name); b");
    expect(new ApiError({ ...init, errors: [] }).message).toBe("doThing failed with status 422");
  });

  it("may be repeated unless the answer said otherwise", () => {
    expect([
      new ApiError({ ...init, errors: [] }).final,
      new ApiError({ ...init, errors: [], final: true }).final,
    ]).toEqual([false, true]);
  });
});

describe("the code of a failure", () => {
  it.each([
    ["itself", { code: "ECONNRESET" }, "ECONNRESET"],
    ["five errors further in", behind(5, { code: "ECONNRESET" }), "ECONNRESET"],
    ["too far in", behind(6, { code: "ECONNRESET" }), undefined],
    ["nowhere, in a circle", circle(), undefined],
    ["nothing", undefined, undefined],
    ["no text", { code: { toString: () => "ECONNRESET" } }, undefined],
    ["more than a code", { code: "ECONNRESET at sgp_secret" }, undefined],
    ["a code at the end of a text", { code: "at ECONNRESET" }, undefined],
  ])("is looked for: %s", (_, thrown, code) => {
    expect(codeOf(thrown)).toBe(code);
  });
});

describe("a copy of a cause", () => {
  it("has the stack of what was thrown, without the token", () => {
    const copy = sanitizeCause({ message: "no", stack: "Error: no\n    at sgp_secret.js:1" }, "sgp_secret");
    expect(copy.stack).toBe("Error: no\n    at [token].js:1");
    expect(sanitizeCause({ message: "no" }, undefined).stack).toContain("Error: no");
  });

  it.each([
    ["ECONNRESET", "ECONNRESET"],
    ["ECONNRESET of sgp_secret", undefined],
    [{ toString: (): string => "ECONNRESET" }, undefined],
    ["of ECONNRESET", undefined],
  ])("has the code %j as %j", (code, copied) => {
    expect((sanitizeCause({ message: "no", code }, undefined) as { code?: string }).code).toBe(copied);
  });

  it("has the code of the first cause that has one", () => {
    const refused = { message: "refused", code: "ECONNREFUSED", cause: { message: "no route", code: "EHOSTUNREACH" } };
    const copy = sanitizeCause(
      { message: "fetch failed", cause: { message: "no", code: "of no form", cause: refused } },
      "",
    );
    expect(copy).toMatchObject({ code: "ECONNREFUSED", cause: { code: "ECONNREFUSED" } });
    expect(copy.cause?.cause?.cause).toMatchObject({ code: "EHOSTUNREACH" });
  });

  it("ends, also where the causes do not", () => {
    let length = 0;
    for (let error: unknown = sanitizeCause(circle(), undefined); error; error = (error as Error).cause) length += 1;
    expect(length).toBe(1 + 5);
  });
});

it("an InvalidResponseError has the beginning of a long body", () => {
  expect(new InvalidResponseError("doThing", 200, "x".repeat(500), "it is odd").excerpt).toBe("x".repeat(200));
});

it("a TimeoutError says what was allowed, and has a cause where there is one", () => {
  const error = new TimeoutError("doThing", 2, 10_000, new Error("aborted"));
  expect(error.message).toBe("doThing timed out after 10000 ms");
  expect(error.cause).toMatchObject({ name: "Error", message: "aborted" });
  expect(new TimeoutError("doThing", 0, 1).cause).toBeUndefined();
});

it.each([0, "", null, false])("an error has whatever was thrown as its cause: %j", (cause) => {
  expect(new ConfigError("no", { cause })).toMatchObject({ cause });
});

it("an error without a cause has no such member", () => {
  expect("cause" in new ConfigError("no")).toBe(false);
});

it("a revived error can be changed as any other", () => {
  const error = reviveError({ name: "ApiError", message: "no", status: 404 }) as { status?: number };
  error.status = 500;
  expect(error.status).toBe(500);
  delete error.status;
  expect("status" in error).toBe(false);
});
