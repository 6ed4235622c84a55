import { expect, it } from "vitest";

import { capitalize, isIdentifier, isTypeIdentifier, operationNameOf, typeNameOf } from "./identifier.ts";

it.each(["listUsers", "$", "_1", "constructor", "string"])("accepts %j as a constant name", (name) => {
  expect(isIdentifier(name)).toBe(true);
});

it.each([
  "",
  "1st",
  "list-users",
  "list users",
  "délete",
  "delete",
  "await",
  "eval",
  "then",
  "__proto__",
  "a;b",
  "a\n",
  "\\u0061",
])("rejects %j as a constant name", (name) => {
  expect(isIdentifier(name)).toBe(false);
});

it.each(["string", "any", "void", "null"])("rejects %j as a type name", (name) => {
  expect(isTypeIdentifier(name)).toBe(false);
});

it.each([
  ["UserV1", "UserV1"],
  ["listUsers_200_response", "listUsers_200_response"],
  ["function", "Function"],
  ["simple-user", "SimpleUser"],
  ["a`;alert(1)//", "AAlert1"],
])("converts the schema name %j to %s", (name, typeName) => {
  expect(typeNameOf(name)).toBe(typeName);
});

it.each([
  ["listUsers", "listUsers"],
  ["repos/get-commit", "reposGetCommit"],
  ["Get a user", "GetAUser"],
  ["users.list#all", "usersListAll"],
  ["get/delete", "getDelete"],
  ["/users", "/users"],
  ["list`users", "list`users"],
  // The a is Cyrillic.
  ["list-\u0430ll", "list-\u0430ll"],
])("converts the operationId %j to %s", (id, name) => {
  expect(operationNameOf(id)).toBe(name);
});

it("capitalizes the first letter", () => {
  expect(capitalize("listUsers")).toBe("ListUsers");
});
