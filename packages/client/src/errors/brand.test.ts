import { beforeAll, describe, expect, it, vi } from "vitest";
import * as mine from "../index.ts";

type Library = typeof mine;

let other: Library;

/** Each evaluation of the modules is a copy, as when an application and a library it uses have each bundled the package. */
beforeAll(async () => {
  vi.resetModules();
  other = await import("../index.ts");
});

const makers: readonly [name: string, make: (library: Library) => Error][] = [
  [
    "ApiError",
    ({ ApiError }) =>
      new ApiError({ operation: "listUsers", status: 500, errors: [], attempts: 1, retryAfterMs: undefined }),
  ],
  ["ConfigError", ({ ConfigError }) => new ConfigError("no token")],
  ["InputError", ({ InputError }) => new InputError("getUser", "userId", "is missing")],
  ["InvalidResponseError", ({ InvalidResponseError }) => new InvalidResponseError("listUsers", 200, "", "it is empty")],
  ["NetworkError", ({ NetworkError }) => new NetworkError("listUsers", 1, new Error("reset"))],
  ["TimeoutError", ({ TimeoutError }) => new TimeoutError("listUsers", 1, 10)],
];

const classesOf = (library: Library) => [
  library.ApiError,
  library.ConfigError,
  library.InputError,
  library.InvalidResponseError,
  library.NetworkError,
  library.TimeoutError,
];

/** The classes that claim a value. */
const claimants = (value: unknown, library: Library) =>
  classesOf(library)
    .filter((errorClass) => value instanceof errorClass)
    .map(({ iamBrand }) => iamBrand);

describe("instanceof", () => {
  it("has two copies to tell apart here", () => {
    expect(other.ApiError).not.toBe(mine.ApiError);
    expect(Object.getPrototypeOf(other.ApiError.prototype)).not.toBe(mine.IamError.prototype);
  });

  it.each(makers)("knows an %s of another copy, and takes it for nothing else", (name, make) => {
    for (const [maker, judge] of [
      [mine, mine],
      [mine, other],
      [other, mine],
    ] as const) {
      const error = make(maker);
      expect(error).toBeInstanceOf(Error);
      expect(error instanceof judge.IamError).toBe(true);
      expect(claimants(error, judge)).toEqual([name]);
    }
  });

  it("keeps a subclass of the user's apart from the class it extends", () => {
    class NotFound extends mine.ApiError {}
    class OtherNotFound extends other.ApiError {}
    const init = { operation: "getUser", status: 404, errors: [], attempts: 1, retryAfterMs: undefined };
    const error = new NotFound(init);
    expect(error).toBeInstanceOf(NotFound);
    expect(error instanceof mine.ApiError && error instanceof other.ApiError).toBe(true);
    expect(error instanceof mine.NetworkError).toBe(false);
    expect(error instanceof OtherNotFound).toBe(false);
    expect(new mine.ApiError(init) instanceof NotFound).toBe(false);
    expect(new other.ApiError(init) instanceof NotFound).toBe(false);
  });

  it("knows a direct subclass of the base by its prototype, and as one of ours everywhere", () => {
    class PlanError extends mine.IamError {
      override readonly name = "PlanError";
    }
    const error = new PlanError("no such plan");
    expect(error.name).toBe("PlanError");
    expect(error instanceof PlanError && error instanceof mine.IamError && error instanceof other.IamError).toBe(true);
    expect(claimants(error, mine)).toEqual([]);
    expect(new mine.ConfigError("x") instanceof PlanError).toBe(false);
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["a string", "ApiError"],
    ["an error of another kind", Object.assign(new Error("x"), { name: "ApiError", status: 500 })],
    ["an object without a prototype", Object.create(null)],
    ["data that names a class", { name: "ApiError", iamBrand: "ApiError" }],
    ["a class", mine.ApiError],
  ])("is not taken in by %s", (_, value) => {
    expect(value instanceof mine.IamError).toBe(false);
    expect(claimants(value, mine)).toEqual([]);
  });
});
