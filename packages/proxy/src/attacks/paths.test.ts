import { afterAll, beforeAll, expect, it } from "vitest";
import { attack } from "../test-utils/attack.ts";
import { rawRequest } from "../test-utils/raw-http.ts";
import { startTarget, type Target } from "../test-utils/start-target.ts";

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.stop());

it.each<[name: string, path: string, status: number, reaches?: string | string[]]>([
  ["dot segments to another operation", "/api/iam/users/../invites", 200, "GET /invites"],
  ["dot segments above the base path", "/api/iam/../../secret", 404],
  ["dot segments through another path", "/static/../api/iam/users", 200, "GET /users"],
  ["a dot segment", "/api/iam/./users", 200, "GET /users"],
  ["encoded dot segments", "/api/iam/users/%2e%2e/invites", 200, "GET /invites"],
  ["half-encoded dot segments", "/api/iam/users/.%2E/invites", 200, "GET /invites"],
  ["a trailing encoded dot segment", "/api/iam/users/%2e%2e", 404],
  ["a dot segment as a parameter", "/api/iam/users/..%2f/groups", 404],
  ["a single dot as a parameter", "/api/iam/users/%2e/groups", 404, "GET /users/groups"],
  ["a dot segment with a path parameter of Java", "/api/iam/users/..;/groups", 404],
  ["a dot segment with an encoded semicolon", "/api/iam/users/..%3B/groups", 404],
  ["a dot segment with a semicolon and text", "/api/iam/users/.;a=b/groups", 404],
  ["an encoded slash", "/api/iam/users/a%2Fgroups", 404],
  ["an encoded slash before a dot segment", "/api/iam/users/..%2Finvites", 404],
  ["a double-encoded slash", "/api/iam/users/a%252Fgroups", 404],
  ["double-encoded dots", "/api/iam/users/%252e%252e", 404],
  ["triple-encoded dots", "/api/iam/users/%25252e%25252e", 404],
  ["a backslash as a slash", "/api\\iam\\users", 200, "GET /users"],
  ["a backslash in a parameter", "/api/iam/users/a\\groups", 404, "GET /users/a/groups"],
  ["backslashes with dots", "/api/iam/users/..\\..\\invites", 404],
  ["an encoded backslash", "/api/iam/users/a%5Cgroups", 404],
  ["a double slash at the start", "//api/iam/users", 404],
  ["a double slash with a host", "//evil.example/api/iam/users", 404],
  ["a double slash after the base path", "/api/iam//users", 404],
  ["an empty parameter", "/api/iam/users//groups", 404],
  ["a trailing slash", "/api/iam/users/", 404],
  ["a null byte", "/api/iam/users/a\0b", 400],
  ["an encoded null byte", "/api/iam/users/a%00b", 404],
  ["an encoded line break", "/api/iam/users/a%0d%0ax-injected:%201", 404],
  ["a raw line feed", "/api/iam/users/a\nx-injected: 1", 404, "GET /users/a"],
  ["a raw tab", "/api/iam/us\ters", 400],
  ["a raw space", "/api/iam/users/a b", 400],
  ["a C1 control character", "/api/iam/users/a%C2%85b", 404],
  ["an overlong encoding of a slash", "/api/iam/users/a%c0%afgroups", 404],
  ["an overlong encoding of dots", "/api/iam/users/%c0%ae%c0%ae", 404],
  ["a surrogate in UTF-8", "/api/iam/users/%ed%a0%80", 404],
  ["a raw byte that is not UTF-8", "/api/iam/users/\xff", 400],
  ["an invalid escape", "/api/iam/users/%zz", 404],
  ["an incomplete escape", "/api/iam/users/%", 404],
  ["an escape of %u", "/api/iam/users/%u002e%u002e", 404],
  ["an encoded letter in a fixed segment", "/api/iam/%75sers", 404],
  ["capital letters", "/API/IAM/USERS", 404],
  ["a semicolon in a fixed segment", "/api/iam/users;a=b", 404],
  ["a semicolon in a parameter", "/api/iam/users/a;b", 404, "GET /users/a%3Bb"],
  ["an encoded query in a parameter", "/api/iam/users/a%3Fx=1%23y", 404, "GET /users/a%3Fx%3D1%23y"],
  ["a fragment", "/api/iam/users#/../invites", 200, "GET /users"],
  [
    "full-width dots and slashes",
    "/api/iam/users/%EF%BC%8E%EF%BC%8E%EF%BC%8F",
    404,
    "GET /users/%EF%BC%8E%EF%BC%8E%EF%BC%8F",
  ],
  ["an absolute URL", "http://app.example/api/iam/users", 200, "GET /users"],
  ["an absolute URL of another host", "http://evil.example/api/iam/users", 200, "GET /users"],
  ["an absolute URL with credentials", "http://user:password@evil.example/api/iam/users", 200, "GET /users"],
  ["an absolute URL with another scheme", "file:///api/iam/users", 400],
  ["a scheme without a host", "javascript:/api/iam/users", 400],
  ["the asterisk form", "*", 404],
  ["a path without a slash", "api/iam/users", 400],
  ["a user and host", "@evil.example/api/iam/users", 400],
  ["a path of 15,000 characters", `/api/iam/users/${"a".repeat(15_000)}`, 414, `GET /users/${"a".repeat(15_000)}`],
  ["a path of 17,000 characters", `/api/iam/users/${"a".repeat(17_000)}`, 431],
  ["1,000 dot segments", `/api/iam/${"../".repeat(1_000)}users`, 404],
])("rejects or normalizes %s", async (_, path, status, reaches = []) => {
  const result = await attack(target, rawRequest(`GET ${path}`));
  expect(result).toMatchObject({ statuses: [status], reached: [reaches].flat() });
});
