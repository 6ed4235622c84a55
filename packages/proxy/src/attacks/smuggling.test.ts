import { afterAll, beforeAll, expect, it } from "vitest";
import { attack } from "../test-utils/attack.ts";
import { startTarget, type Target } from "../test-utils/start-target.ts";

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.stop());

const smuggled = "DELETE /api/iam/users?userIds.0=a HTTP/1.1\r\nhost: app.example\r\n\r\n";
const body = '{"invites":[{"email":"new@example.com"}]}';
const length = `content-length: ${body.length}`;
const chunk = `${body.length.toString(16)}\r\n${body}\r\n`;

/** Creates a POST from its header lines and the bytes after them. */
function post(headers: readonly string[], rest: string): string {
  const all = ["host: app.example", "content-type: application/json", ...headers];
  return `POST /api/iam/invites HTTP/1.1\r\n${all.join("\r\n")}\r\n\r\n${rest}`;
}

function get(headers: readonly string[], rest = ""): string {
  return `GET /api/iam/users HTTP/1.1\r\n${["host: app.example", ...headers].join("\r\n")}\r\n\r\n${rest}`;
}

const rejected: [name: string, request: string, status?: number][] = [
  ["CL.TE", post(["content-length: 6", "transfer-encoding: chunked"], `0\r\n\r\n${smuggled}`)],
  ["TE.CL", post(["transfer-encoding: chunked", "content-length: 4"], `5c\r\n${smuggled}\r\n0\r\n\r\n`)],
  ["CL.TE on a GET", get(["content-length: 5", "transfer-encoding: chunked"], `0\r\n\r\n${smuggled}`)],
  ["two different Content-Length", post(["content-length: 0", length], body)],
  ["two equal Content-Length", post([length, length], body)],
  ["a list in Content-Length", post([`${length}, ${body.length}`], body)],
  ["a negative Content-Length", post(["content-length: -1"], body)],
  ["a Content-Length with a sign", post([`content-length: +${body.length}`], body)],
  ["a hexadecimal Content-Length", post(["content-length: 0x29"], body)],
  ["a Content-Length over 64 bits", post(["content-length: 18446744073709551617"], body)],
  ["an empty Content-Length", post(["content-length:"], body)],
  ["TE.TE with two codings", post(["transfer-encoding: chunked", "transfer-encoding: x"], `${chunk}0\r\n\r\n`)],
  ["chunked before another coding", post(["transfer-encoding: chunked, identity"], `${chunk}0\r\n\r\n`)],
  ["an unknown coding", post(["transfer-encoding: xchunked"], `${chunk}0\r\n\r\n`)],
  ["a space before the colon", post(["transfer-encoding : chunked"], `${chunk}0\r\n\r\n`)],
  ["a vertical tab in the coding", post(["transfer-encoding: \x0bchunked"], `${chunk}0\r\n\r\n`)],
  ["an obs-fold in Transfer-Encoding", post(["transfer-encoding:\r\n chunked"], `${chunk}0\r\n\r\n`)],
  ["an obs-fold in another header", get(["x-a: b\r\n c: d"])],
  ["a header line without a colon", get(["x-a"])],
  ["a header name with a space", get(["x a: b"])],
  ["an empty header name", get([": b"])],
  ["a bare CR in a header", get(["x-a: b\rx-b: c"])],
  ["a bare LF after a header", get(["x-a: b\ncontent-length: 5"])],
  ["a null byte in a header", get(["x-a: b\0c"])],
  ["a chunk size that is not hexadecimal", post(["transfer-encoding: chunked"], `zz\r\n${body}\r\n0\r\n\r\n`)],
  ["a negative chunk size", post(["transfer-encoding: chunked"], `-1\r\n${body}\r\n0\r\n\r\n`)],
  ["a chunk size with a prefix", post(["transfer-encoding: chunked"], `0x${chunk}0\r\n\r\n`)],
  ["a chunk size over 64 bits", post(["transfer-encoding: chunked"], `fffffffffffffffff\r\n${body}\r\n0\r\n\r\n`)],
  ["a chunk that is longer than its size", post(["transfer-encoding: chunked"], `1\r\n${body}\r\n0\r\n\r\n`)],
  ["a chunk that ends with LF", post(["transfer-encoding: chunked"], `${chunk.slice(0, -2)}\n0\r\n\r\n`)],
  ["a bare LF in a chunk extension", post(["transfer-encoding: chunked"], `0;a\nb\r\n\r\n${smuggled}`)],
  ["a Content-Length in a trailer", post(["transfer-encoding: chunked"], `${chunk}0\r\ncontent-length: 3\r\n\r\n`)],
  ["an unknown version", "GET /api/iam/users HTTP/1.2\r\nhost: app.example\r\n\r\n"],
  ["a version of two digits", "GET /api/iam/users HTTP/11.1\r\nhost: app.example\r\n\r\n"],
  ["a missing Host", "GET /api/iam/users HTTP/1.1\r\n\r\n"],
  ["TLS instead of HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"],
  ["a large header", get([`x-a: ${"a".repeat(20_000)}`]), 431],
  ["10,000 headers", get(Array.from({ length: 10_000 }, () => "a: b")), 431],
];

const list = get(["connection: close"]);
const trailers = "authorization: Bearer stolen\r\ncontent-type: text/plain\r\nhost: evil.example\r\n\r\n";
const chunked = (rest: string) => post(["transfer-encoding: chunked", "connection: close"], rest);

const read = "GET /users";

const accepted: [name: string, request: string, status: number, reached: string[]][] = [
  ["a body of a GET that looks like a request", get([`content-length: ${smuggled.length}`], smuggled), 200, [read]],
  [
    "a body of an unknown path that looks like a request",
    `POST /api/iam/unknown HTTP/1.1\r\nhost: a\r\ncontent-length: ${smuggled.length}\r\n\r\n${smuggled}`,
    404,
    [],
  ],
  ["trailers that look like headers", chunked(`${chunk}0\r\n${trailers}`), 201, ["POST /invites"]],
  ["chunk extensions", chunked("0;a=b;c\r\n\r\n"), 400, []],
  ["a chunk size with zeros", chunked("000\r\n\r\n"), 400, []],
  ["empty lines before a request", `\r\n\r\n${list}`, 200, [read]],
  ["HTTP/1.0 without a Host", "GET /api/iam/users HTTP/1.0\r\n\r\n", 200, [read]],
  ["HTTP/0.9", "GET /api/iam/users\r\n\r\n", 200, [read]],
  ["a write that is pipelined after a malformed request", get(["x a: b"]) + smuggled, 400, []],
];

it.each(rejected)("rejects %s", async (_, request, status = 400) => {
  expect(await attack(target, request)).toMatchObject({ statuses: [status], reached: [] });
});

it.each(accepted)("sends at most one request to the API for %s", async (_, request, status, reached) => {
  expect(await attack(target, request)).toMatchObject({ statuses: [status], reached });
});

it("responds to pipelined requests in order", async () => {
  const result = await attack(target, get([]) + get(["x-http-method: a"]) + list);
  expect(result).toMatchObject({ statuses: [200, 200, 200], reached: [read, read, read] });
});

it.each([
  ["its headers", "GET /api/iam/users HTTP/1.1\r\nhost: a"],
  ["its body", post([length], "{")],
  ["a chunk", post(["transfer-encoding: chunked"], "9\r\n{")],
])("rejects a request that ends within %s", async (_, request) => {
  expect(await attack(target, request, { endsEarly: true })).toMatchObject({ statuses: [400], reached: [] });
});
