import { createIamClient } from "@segment-iam/client";
import { hashKey, skipToken } from "@tanstack/react-query";
import { expect, it } from "vitest";
import {
  deleteUsersMutationOptions,
  getUserKey,
  getUserQueryKey,
  listUsersInfiniteOptions,
  listUsersInfiniteQueryKey,
  listUsersKey,
  listUsersOptions,
  listUsersQueryKey,
} from "./generated/query.ts";
import { iamKey } from "./key-of.ts";

const iam = createIamClient({ token: "sgp_secret", scope: "acme", headers: { "x-trace": "secret too" } });

it.each([
  [iamKey(), ["segment-iam"]],
  [iamKey(iam), ["segment-iam", "acme"]],
  [listUsersKey("acme"), ["segment-iam", "acme", "listUsers"]],
  [getUserKey(iam, { userId: "u" }), ["segment-iam", "acme", "getUser", { userId: "u" }]],
  [listUsersQueryKey(iam), ["segment-iam", "acme", "listUsers", {}, "finite"]],
  [getUserQueryKey("acme", { userId: "u" }), ["segment-iam", "acme", "getUser", { userId: "u" }, "finite"]],
  [listUsersInfiniteQueryKey(iam, {}), ["segment-iam", "acme", "listUsers", {}, "infinite"]],
  [listUsersOptions(iam).queryKey, ["segment-iam", "acme", "listUsers", {}, "finite"]],
  [listUsersInfiniteOptions(iam).queryKey, ["segment-iam", "acme", "listUsers", {}, "infinite"]],
  [deleteUsersMutationOptions(iam).mutationKey, ["segment-iam", "acme", "deleteUsers"]],
])("returns the key %j", (key, expected) => {
  expect(key).toEqual(expected);
});

it("returns keys with equal hashes for equal inputs, regardless of property order and undefined properties", () => {
  const hashes = [
    listUsersOptions(iam, { pagination: { count: 2, cursor: "Mg==" } }),
    listUsersOptions(iam, { pagination: { cursor: "Mg==", count: 2 } }),
  ].map(({ queryKey }) => hashKey(queryKey));
  expect(new Set(hashes).size).toBe(1);
  expect(hashKey(listUsersOptions(iam, { pagination: undefined }).queryKey)).toBe(
    hashKey(listUsersOptions(iam).queryKey),
  );
});

it("returns different keys for different workspaces, inputs, kinds and skipped queries", () => {
  const other = createIamClient({ token: "sgp_secret", scope: "globex" });
  const hashes = [
    listUsersOptions(iam),
    listUsersOptions(iam, { pagination: { count: 2 } }),
    listUsersOptions(iam, skipToken),
    listUsersInfiniteOptions(iam),
    listUsersInfiniteOptions(iam, skipToken),
    listUsersOptions(other),
  ].map(({ queryKey }) => hashKey(queryKey));
  expect(new Set(hashes).size).toBe(hashes.length);
});

it("never contains a token or a header", () => {
  expect(JSON.stringify(getUserQueryKey(iam, { userId: "u" }))).not.toContain("secret");
});
