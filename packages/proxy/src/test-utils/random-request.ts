import fc, { type Arbitrary } from "fast-check";
import { printable, randomRequestLine } from "./random-request-line.ts";

/** Bytes to send to the proxy. */
export interface RandomRequest {
  /** A `complete` request has valid framing. `raw` bytes are arbitrary and end with FIN. After `aborted` bytes, the caller disconnects. */
  readonly kind: "complete" | "raw" | "aborted";
  /** The bytes as latin1 text. `ID` in `x-request-id` is a placeholder for the request ID. */
  readonly text: string;
}

const header = fc.oneof(
  fc.constantFrom("content-type: application/json", "content-type: text/plain", "content-type: a, b", "content-type:"),
  fc.constantFrom("sec-fetch-site: cross-site", "sec-fetch-site: same-origin", "origin: null", "x-requested-with: a"),
  fc.constantFrom(
    "host: evil.example",
    "host: a:99999",
    "x-forwarded-host: evil.example",
    "forwarded: host=evil.example",
  ),
  fc.constantFrom("authorization: Bearer stolen", "cookie: session=stolen", "proxy-authorization: Basic c3RvbGVu"),
  fc.constantFrom("x-http-method-override: DELETE", "x-original-url: /invites", "expect: 100-continue", "upgrade: h2c"),
  fc.constantFrom("content-encoding: gzip", "te: trailers", "range: bytes=0-1", "accept: text/html", "__proto__: a"),
  fc.tuple(printable(20), fc.stringMatching(/^x-[\w!#$%&'*+.^`|~-]{1,10}$/)).map(([text, name]) => `${name}: ${text}`),
);

const json = fc.oneof(
  fc.constantFrom('{"permissions":[]}', '{"invites":[{"email":"a@b.example"}]}', '{"userId":"other"}', "[]", "null"),
  fc.constantFrom('{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}', `{"a":"${"b".repeat(3_000)}"}`),
  fc.json(),
  fc.jsonValue().map((value) => JSON.stringify({ permissions: value, invites: [value] })),
);
const body = fc.oneof(
  { weight: 3, arbitrary: json.map((text) => Buffer.from(text).toString("latin1")) },
  { weight: 1, arbitrary: fc.oneof(bytes(60), fc.constantFrom("", "a=b&a[b]=c", "\x1f\x8b\x08\0")) },
);

/** A request whose body has the length that its headers state. */
const complete: Arbitrary<string> = fc
  .record({
    line: randomRequestLine,
    headers: fc.array(header, { maxLength: 4 }),
    body: fc.option(body, { nil: "" }),
    chunkSize: fc.option(fc.integer({ min: 1, max: 50 })),
  })
  .map(({ line, headers, body, chunkSize }) => {
    const host = headers.some((text) => text.startsWith("host:")) ? [] : ["host: app.example"];
    const type = body === "" ? [] : ["content-type: application/json"];
    const framing = chunkSize === null ? `content-length: ${body.length}` : "transfer-encoding: chunked";
    const head = [`${line} HTTP/1.1`, ...host, "connection: close", "x-request-id: ID", ...type, ...headers, framing];
    return `${head.join("\r\n")}\r\n\r\n${chunkSize === null ? body : chunksOf(body, chunkSize)}`;
  });

const position = fc.double({ min: 0, max: 1, noNaN: true });
const insertion = fc.oneof(
  fc.constantFrom("", "\r\n", "\n", "\r", "\0", " ", ":", "\r\n\r\n"),
  fc.constantFrom("content-length: 5\r\n", "transfer-encoding: chunked\r\n"),
  bytes(4),
);

/** A request with replaced and inserted bytes. */
const changed = fc
  .tuple(complete, fc.array(fc.tuple(position, fc.nat(8), insertion), { minLength: 1, maxLength: 3 }))
  .map(([text, changes]) => {
    let result = text;
    for (const [at, length, inserted] of changes) {
      const start = Math.floor(at * result.length);
      result = result.slice(0, start) + inserted + result.slice(start + length);
    }
    return result;
  });

const cut = fc.tuple(complete, position).map(([text, at]) => text.slice(0, Math.floor(at * text.length)));

// Without HEAD, because responses to HEAD have no body, and `sendRaw` detects only the first method.
const pipelined = fc
  .array(complete, { minLength: 2, maxLength: 3 })
  .map((all) => all.map((text) => text.replace(/^HEAD/, "GET").replace("connection: close", "x-b: c")).join(""));

/** Complete requests, malformed bytes and aborted requests. */
export const randomRequest: Arbitrary<RandomRequest> = fc.oneof(
  { weight: 6, arbitrary: complete.map((text): RandomRequest => ({ kind: "complete", text })) },
  {
    weight: 3,
    arbitrary: fc
      .oneof(changed, changed, cut, bytes(80), pipelined)
      .map((text): RandomRequest => ({ kind: "raw", text })),
  },
  { weight: 1, arbitrary: fc.oneof(complete, cut).map((text): RandomRequest => ({ kind: "aborted", text })) },
);

function bytes(maxLength: number): Arbitrary<string> {
  return fc.uint8Array({ maxLength }).map((array) => Buffer.from(array).toString("latin1"));
}

function chunksOf(text: string, size: number): string {
  let chunks = "";
  for (let start = 0; start < text.length; start += size) {
    const chunk = text.slice(start, start + size);
    chunks += `${chunk.length.toString(16)}\r\n${chunk}\r\n`;
  }
  return `${chunks}0\r\n\r\n`;
}
