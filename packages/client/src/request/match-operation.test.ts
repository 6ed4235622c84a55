import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchOperation } from "./match-operation.ts";

const paths = [
  "/",
  "/users",
  "/users/{userId}",
  "/users/me",
  "/users/{userId}/groups",
  "/users/{userId}/images/{name}.png",
  "/ranges/{from}-{to}",
  "/ranges/{from}-{to}/days/{day}",
];
const operations = paths.map((path) => ({ id: path, method: "GET", path }));

function match(pathname: string, method = "GET") {
  const found = matchOperation(operations, method, pathname);
  return found && [found.operation.id, found.pathParameters];
}

describe("matchOperation", () => {
  it.each<[string, string, object]>([
    ["/", "/", {}],
    ["/users", "/users", {}],
    ["/users/a", "/users/{userId}", { userId: "a" }],
    ["/users/", "/users/{userId}", { userId: "" }],
    ["/users/me", "/users/me", {}],
    ["/users/a%2Fb%20c%C3%A9", "/users/{userId}", { userId: "a/b cé" }],
    ["/users/a/groups", "/users/{userId}/groups", { userId: "a" }],
    ["/users/me/groups", "/users/{userId}/groups", { userId: "me" }],
    ["/users/a/images/b.png.png", "/users/{userId}/images/{name}.png", { userId: "a", name: "b.png" }],
    ["/ranges/1-2-3", "/ranges/{from}-{to}", { from: "1", to: "2-3" }],
    ["/ranges/1-2/days/3", "/ranges/{from}-{to}/days/{day}", { from: "1", to: "2", day: "3" }],
  ])("matches %s with %s", (pathname, path, parameters) => {
    expect(match(pathname)).toEqual([path, parameters]);
  });

  it.each([
    "",
    "users",
    "/Users",
    "/%75sers",
    "//users",
    "/users/a/b",
    "/users/a/groups/",
    "/users/a/x/groups",
    "/users/a/images/b.gif",
    "/ranges/1",
    "/ranges/1/2-3",
    "/users/%zz",
    "/users/%ff",
  ])("does not match %j", (pathname) => {
    expect(match(pathname)).toBeUndefined();
  });

  it("does not match another method", () => {
    expect(match("/users", "POST")).toBeUndefined();
  });

  it("returns a parameter named __proto__ as an own property", () => {
    const found = matchOperation([{ method: "GET", path: "/{__proto__}" }], "GET", "/polluted");
    expect(Object.entries(found?.pathParameters ?? {})).toEqual([["__proto__", "polluted"]]);
    expect(Object.getPrototypeOf(found?.pathParameters)).toBe(Object.prototype);
  });

  it("returns the values that were encoded into the template", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (userId, name) => {
        const pathname = `/users/${encodeURIComponent(userId)}/images/${encodeURIComponent(name)}.png`;
        expect(match(pathname)).toEqual(["/users/{userId}/images/{name}.png", { userId, name }]);
      }),
    );
  });
});
