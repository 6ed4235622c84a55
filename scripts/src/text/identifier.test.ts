import { expect, it } from "vitest";

import { capitalize, isIdentifier, isTypeIdentifier, operationNameOf, routeNameOf, typeNameOf } from "./identifier.ts";

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
  ["1", "Schema1"],
  ["-", "Schema"],
  ["R\u00e9sum\u00e9", "Resume"],
  ["\u7528\u6237", "U7528U6237"],
])("converts the schema name %j to %s", (name, typeName) => {
  expect(typeNameOf(name)).toBe(typeName);
});

it.each([
  ["listUsers", "listUsers"],
  ["ListUsers", "ListUsers"],
  ["list_users", "list_users"],
  ["delete", "delete"],
  ["users.list", "usersList"],
  ["users-list", "usersList"],
  ["users list", "usersList"],
  ["repos/get-commit", "reposGetCommit"],
  ["Get a user", "getAUser"],
  ["IAM: list users", "IAMListUsers"],
  ["users.list#all", "usersListAll"],
  ["/users", "users"],
  ["list`users", "listUsers"],
  ["2fa/enable", "put2faEnable"],
  ["list\u00dcsers", "listUsers"],
  // The a is Cyrillic.
  ["list-\u0430ll", "listU430ll"],
  ["\u202elist", "list"],
  ["...", "putUsersByUserId"],
])("converts the operationId %j to %s", (id, name) => {
  expect(operationNameOf(id, "put", "/users/{userId}")).toBe(name);
});

it.each([
  ["GET", "/users/{userId}", "getUsersByUserId"],
  ["post", "/users", "postUsers"],
  ["DELETE", "/user-groups/{group_id}/users.json", "deleteUserGroupsByGroupIdUsersJson"],
  ["GET", "/", "get"],
])("derives a name from %s %s: %s", (method, path, name) => {
  expect(routeNameOf(method, path)).toBe(name);
});

it("capitalizes the first letter", () => {
  expect(capitalize("listUsers")).toBe("ListUsers");
});
