import { describe, expect, it } from "vitest";
import { CallTimeoutError, codeOf, sanitizeCause } from "./transport-errors.ts";

/** Wraps an error in the given number of other errors. */
function wrap(depth: number, innermost: unknown): unknown {
  return depth === 0 ? innermost : new Error("outer", { cause: wrap(depth - 1, innermost) });
}

/** Returns an error that is its own cause. */
function circularError(): Error {
  const error = new Error("circular");
  error.cause = error;
  return error;
}

describe("codeOf", () => {
  it.each([
    ["the code of the error itself", { code: "ECONNRESET" }, "ECONNRESET"],
    ["the code of the fifth cause", wrap(5, { code: "ECONNRESET" }), "ECONNRESET"],
    ["undefined for a code of the sixth cause", wrap(6, { code: "ECONNRESET" }), undefined],
    ["undefined for circular causes", circularError(), undefined],
    ["undefined for undefined", undefined, undefined],
    ["undefined for an object", { code: { toString: () => "ECONNRESET" } }, undefined],
    ["undefined for a code before other text", { code: "ECONNRESET at sgp_secret" }, undefined],
    ["undefined for a code after other text", { code: "at ECONNRESET" }, undefined],
  ])("returns %s", (_, thrown, code) => {
    expect(codeOf(thrown)).toBe(code);
  });
});

describe("sanitizeCause", () => {
  it("copies the stack, without the token", () => {
    const copy = sanitizeCause({ message: "no", stack: "Error: no\n    at sgp_secret.js:1" }, "sgp_secret");
    expect(copy.stack).toBe("Error: no\n    at [token].js:1");
    expect(sanitizeCause({ message: "no" }, undefined).stack).toContain("Error: no");
  });

  it.each([
    ["ECONNRESET", "ECONNRESET"],
    ["ECONNRESET of sgp_secret", undefined],
    [{ toString: (): string => "ECONNRESET" }, undefined],
    ["of ECONNRESET", undefined],
  ])("copies the code %j as %j", (code, copied) => {
    expect((sanitizeCause({ message: "no", code }, undefined) as { code?: string }).code).toBe(copied);
  });

  it("copies the code of the first cause that has one", () => {
    const refused = { message: "refused", code: "ECONNREFUSED", cause: { message: "no route", code: "EHOSTUNREACH" } };
    const copy = sanitizeCause(
      { message: "fetch failed", cause: { message: "no", code: "not a code", cause: refused } },
      "",
    );
    expect(copy).toMatchObject({ code: "ECONNREFUSED", cause: { code: "ECONNREFUSED" } });
    expect(copy.cause?.cause?.cause).toMatchObject({ code: "EHOSTUNREACH" });
  });

  it("stops after five causes", () => {
    let length = 0;
    for (let error: unknown = sanitizeCause(circularError(), undefined); error; error = (error as Error).cause)
      length += 1;
    expect(length).toBe(1 + 5);
  });
});

it("names the time limit in a CallTimeoutError, and keeps its cause", () => {
  const error = new CallTimeoutError("doThing", 2, 10_000, new Error("aborted"));
  expect(error.message).toBe("doThing timed out after 10000 ms");
  expect(error.cause).toMatchObject({ name: "Error", message: "aborted" });
  expect(new CallTimeoutError("doThing", 0, 1).cause).toBeUndefined();
});
