import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attack } from "../test-utils/attack.ts";
import { rawRequest } from "../test-utils/raw-http.ts";
import { allOperations, search } from "../test-utils/set-up.ts";
import { startTarget, type Target } from "../test-utils/start-target.ts";

let target: Target;
const inputs: unknown[] = [];
beforeAll(async () => {
  target = await startTarget({
    allow: [...allOperations, search],
    authorize: (_, __, input) => inputs.push(input) > 0,
  });
});
afterAll(() => target.stop());

describe("queries", () => {
  it.each([
    ["a repeated parameter", "GET /api/iam/users?pagination.count=1&pagination.count=2"],
    ["a repeated parameter with an encoded name", "GET /api/iam/users?pagination.count=1&pagination%2Ecount=2"],
    ["a repeated parameter in other capitals", "GET /api/iam/users?pagination.count=1&Pagination.count=2"],
    ["a parameter with brackets", "GET /api/iam/users?pagination[count]=1"],
    ["a value before a member", "GET /api/iam/users?pagination=1&pagination.count=2"],
    ["a value after a member", "GET /api/iam/users?pagination.count=1&pagination=2"],
    ["an unknown parameter", "GET /api/iam/users?pagination.count=1&token=x"],
    ["an unknown parameter after a semicolon", "GET /api/iam/users?a=1;pagination.count=1"],
    ["an unknown parameter after a question mark", "GET /api/iam/users?pagination.count=1&?a=1"],
    ["a parameter of another operation", "GET /api/iam/users?userIds.0=a"],
    ["a query where the operation has none", "GET /api/iam/users/a?pagination.count=1"],
    ["a name that starts like a parameter", "GET /api/iam/users?paginationX.count=1"],
    ["an empty name", "GET /api/iam/users?=1"],
    ["an empty last member", "GET /api/iam/users?pagination.=1"],
    ["an empty member", "GET /api/iam/users?pagination..count=1"],
    ["too many levels", "GET /api/iam/users?pagination.a.b.c.d.e.f=1"],
    ["__proto__", "GET /api/iam/users?__proto__=1"],
    ["a member of __proto__", "GET /api/iam/users?__proto__.polluted=1"],
    ["__proto__ in brackets", "GET /api/iam/users?__proto__[polluted]=1"],
    ["constructor.prototype", "GET /api/iam/users?constructor.prototype.polluted=1"],
    ["an encoded __proto__", "GET /api/iam/users?%5f%5fproto%5f%5f.polluted=1"],
    ["a list without items", "DELETE /api/iam/users"],
    ["a list that is text", "DELETE /api/iam/users?userIds=a"],
    ["a list that is JSON", "DELETE /api/iam/users?userIds=%5B%22a%22%5D"],
    ["a list that is an object", "DELETE /api/iam/users?userIds.x=a"],
    ["a list that is also an object", "DELETE /api/iam/users?userIds.0=a&userIds.x=b"],
    ["a list that starts at 1", "DELETE /api/iam/users?userIds.1=a"],
    ["a list with a leading zero", "DELETE /api/iam/users?userIds.00=a"],
    ["a list with brackets", "DELETE /api/iam/users?userIds[]=a"],
    ["a list with a gap", "DELETE /api/iam/users?userIds.0=a&userIds.2=b"],
    ["a list with a huge index", "DELETE /api/iam/users?userIds.0=a&userIds.4294967295=b"],
    ["a list with a negative index", "DELETE /api/iam/users?userIds.0=a&userIds.-1=b"],
    ["a list with a length", "DELETE /api/iam/users?userIds.0=a&userIds.length=1000000000"],
    ["a list with a repeated index", "DELETE /api/iam/users?userIds.0=a&userIds.00=b"],
    ["a list with a member __proto__", "DELETE /api/iam/users?userIds.0=a&userIds.__proto__=b"],
    ["an item that is an object", "DELETE /api/iam/users?userIds.0.id=owner"],
    ["an item that is an object after others", "DELETE /api/iam/users?userIds.0=a&userIds.1.x=owner"],
    ["an item that is a list", "DELETE /api/iam/users?userIds.0.0=owner"],
    ["an item that is an object with a prototype", "DELETE /api/iam/users?userIds.0.__proto__=owner"],
    ["an empty item", "DELETE /api/iam/users?userIds.0="],
    ["an empty item after others", "DELETE /api/iam/users?userIds.0=a&userIds.1="],
    ["an item without a value", "DELETE /api/iam/users?userIds.0"],
    ["3,000 pairs of one name", `GET /api/iam/users?${"a=&".repeat(3_000)}`],
    ["3,000 names", `GET /api/iam/users?${Array.from({ length: 1_500 }, (_, index) => `a${index}=`).join("&")}`],
  ])("responds with 400 to %s", async (_, line) => {
    expect(await attack(target, rawRequest(line))).toMatchObject({ statuses: [400], reached: [] });
  });

  it.each([
    ["bytes that are not UTF-8", "%ff", "%EF%BF%BD"],
    ["a null byte", "%00", "%00"],
    ["a line break", "a%0d%0ahost:%20evil.example", "a%0D%0Ahost%3A%20evil.example"],
    ["a second query and a fragment", "a?b#c&pagination.count=9", "a%3Fb"],
    ["a plus sign", "a+b%2Bc", "a%20b%2Bc"],
    ["separators", "a%26userIds.0%3Db%23", "a%26userIds.0%3Db%23"],
    ["a path", "..%2F..%2Finvites", "..%2F..%2Finvites"],
  ])("sends a value with %s as one encoded value", async (_, value, sent) => {
    const request = rawRequest(`GET /api/iam/users?pagination.count=1&pagination.cursor=${value}`);
    const { reached } = await attack(target, request);
    expect(reached).toEqual([`GET /users?pagination.count=1&pagination.cursor=${sent}`]);
  });
});

describe("bodies", () => {
  it.each<[name: string, body: string, isValid: boolean]>([
    ["__proto__", '{"permissions":[],"__proto__":{"polluted":1}}', true],
    ["__proto__ with escapes", String.raw`{"permissions":[],"\u005f_proto__":{"polluted":1}}`, true],
    ["constructor.prototype", '{"permissions":[],"constructor":{"prototype":{"polluted":1}}}', true],
    ["__proto__ in an item", '{"permissions":[{"__proto__":{"roleId":"a"}}]}', true],
    ["a path parameter", '{"permissions":[],"userId":"other"}', false],
    ["a path parameter in its prototype", '{"permissions":[],"__proto__":{"userId":"other"}}', true],
    ["a repeated member", '{"permissions":[{}],"permissions":[]}', true],
    ["a list", "[]", false],
    ["null", "null", false],
    ["text", '"a"', false],
    ["a number", "1e999", false],
    ["a comment", "{}//", false],
    ["NaN", '{"permissions":NaN}', false],
    ["a byte order mark", '\xef\xbb\xbf{"permissions":[]}', true],
    ["UTF-16", "\xff\xfe{\0}\0", false],
    ["overlong UTF-8", '{"permissions":"\xc0\xaf"}', false],
    ["two values", "{}{}", false],
    ["101 levels", `{"permissions":${"[".repeat(100)}${"]".repeat(100)}}`, false],
    ["100,000 levels", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, false],
    ["100,000 members", `{${Array.from({ length: 100_000 }, (_, index) => `"${index}":1`).join()}}`, true],
    ["a number of 100,000 digits", `{"permissions":${"9".repeat(100_000)}}`, false],
  ])("pollutes no prototype with a body that has %s", async (_, body, isValid) => {
    const request = rawRequest("PUT /api/iam/users/a/permissions", ["content-type: application/json"], body);
    const result = await attack(target, request);
    const rejection = { statuses: [400], reached: [] };
    expect(result).toMatchObject(isValid ? { reached: ["PUT /users/a/permissions"] } : rejection);
    const { userId = "a", polluted } = Object(inputs.splice(0).find((input) => Object.hasOwn(Object(input), "userId")));
    expect([userId, polluted]).toEqual(["a", undefined]);
  });
});

describe("forms", () => {
  it.each([
    ["__proto__", "__proto__=1", true],
    ["a member of __proto__", "__proto__[polluted]=1", true],
    ["an encoded __proto__", "%5f_proto__%5bpolluted%5d=1", true],
    ["__proto__ in a member", "a[__proto__][polluted]=1", true],
    ["constructor.prototype", "constructor[prototype][polluted]=1", true],
    ["a list with a member __proto__", "a[0]=1&a[__proto__]=2", false],
    ["a value beside a member", "a=1&a[b]=2", false],
    ["a list with a gap", "a[0]=1&a[2]=2", false],
    ["a list with a huge index", "a[0]=1&a[4294967295]=2", false],
    ["too many levels", "a[b][c][d][e][f]=1", false],
    ["bytes that are not UTF-8", "a=\xff", false],
  ])("pollutes no prototype with a form that has %s", async (_, body, isValid) => {
    const headers = ["content-type: application/x-www-form-urlencoded", "sec-fetch-site: same-origin"];
    const { statuses, reached } = await attack(target, rawRequest("POST /api/iam/search", headers, body));
    // The mock has no such operation.
    expect([statuses, reached]).toEqual(isValid ? [[404], ["POST /search"]] : [[400], []]);
    for (const input of inputs.splice(0)) expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
  });
});
