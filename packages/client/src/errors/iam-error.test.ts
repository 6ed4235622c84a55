import { beforeAll, describe, expect, it, vi } from "vitest";
import * as mine from "../index.ts";

type Library = typeof mine;

let other: Library;

/** Evaluates the modules a second time, as happens when an application and a library each bundle the package. */
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
  ["ConfigError", ({ ConfigError }) => new ConfigError("the token is missing")],
  ["InputError", ({ InputError }) => new InputError("getUser", "userId", "is missing")],
  [
    "InvalidResponseError",
    ({ InvalidResponseError }) => new InvalidResponseError("listUsers", 200, "", "the body is empty"),
  ],
  ["NetworkError", ({ NetworkError }) => new NetworkError("listUsers", 1, new Error("reset"))],
  ["CallTimeoutError", ({ CallTimeoutError }) => new CallTimeoutError("listUsers", 1, 10)],
];

const classesOf = (library: Library) => [
  library.ApiError,
  library.ConfigError,
  library.InputError,
  library.InvalidResponseError,
  library.NetworkError,
  library.CallTimeoutError,
];

/** The brands of the classes that a value is an instance of. */
const brandsOf = (value: unknown, library: Library) =>
  classesOf(library)
    .filter((errorClass) => value instanceof errorClass)
    .map(({ iamBrand }) => iamBrand);

describe("instanceof", () => {
  it("is tested across two separate copies of the package", () => {
    expect(other.ApiError).not.toBe(mine.ApiError);
    expect(Object.getPrototypeOf(other.ApiError.prototype)).not.toBe(mine.IamError.prototype);
  });

  it.each(makers)("recognizes an %s of another copy as an instance of that class only", (name, make) => {
    for (const [creator, checker] of [
      [mine, mine],
      [mine, other],
      [other, mine],
    ] as const) {
      const error = make(creator);
      expect(error).toBeInstanceOf(Error);
      expect(error instanceof checker.IamError).toBe(true);
      expect(brandsOf(error, checker)).toEqual([name]);
    }
  });

  it("distinguishes a user's subclass from the class it extends", () => {
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

  it("recognizes a direct subclass of IamError by its prototype, and as an IamError in every copy of the package", () => {
    class PlanError extends mine.IamError {
      override readonly name = "PlanError";
    }
    const error = new PlanError("unknown plan");
    expect(error.name).toBe("PlanError");
    expect(error instanceof PlanError && error instanceof mine.IamError && error instanceof other.IamError).toBe(true);
    expect(brandsOf(error, mine)).toEqual([]);
    expect(new mine.ConfigError("x") instanceof PlanError).toBe(false);
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["a string", "ApiError"],
    ["another error with the same name", Object.assign(new Error("x"), { name: "ApiError", status: 500 })],
    ["an object without a prototype", Object.create(null)],
    ["data with the name of a class", { name: "ApiError", iamBrand: "ApiError" }],
    ["a class", mine.ApiError],
  ])("does not recognize %s", (_, value) => {
    expect(value instanceof mine.IamError).toBe(false);
    expect(brandsOf(value, mine)).toEqual([]);
  });
});

it.each([0, "", null, false])("keeps the cause %j of an error", (cause) => {
  expect(new mine.ConfigError("no", { cause })).toMatchObject({ cause });
});

it("does not add a cause to an error without one", () => {
  expect("cause" in new mine.ConfigError("no")).toBe(false);
});
