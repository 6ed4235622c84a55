import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { OperationDescriptor } from "@segment-iam/client";
import { expect, it, onTestFinished } from "vitest";
import { rawRequest, sendRaw } from "../test-utils/raw-http.ts";
import { startTarget, type TargetOptions } from "../test-utils/start-target.ts";

/** A token with all characters that URL encoding or JSON may escape. */
const secret = "sgp_secret/with+all.of~them-==";

const note: OperationDescriptor = { id: "note", method: "GET", path: "/users", parseAs: "text", unwrapped: true };
const file: OperationDescriptor = { ...note, parseAs: "blob", accept: "image/*" };

/** Starts a target whose proxy has the secret. */
async function start(options: TargetOptions) {
  const target = await startTarget({ token: secret, ...options });
  onTestFinished(target.stop);
  return target;
}

/** Creates an API that responds with what it received. */
function echo(write: (sent: string, response: ServerResponse, request: IncomingMessage) => void): RequestListener {
  return (request, response) => write(request.headers.authorization ?? "", response, request);
}

const json = (status: number, encode: (sent: string) => string) =>
  echo((sent, response) => response.writeHead(status, { "content-type": "application/json" }).end(encode(sent)));

const unicode = (text: string) =>
  Array.from(text, (character) => String.raw`\u${character.codePointAt(0)?.toString(16).padStart(4, "0")}`).join("");
const slashes = (text: string) => text.replaceAll("/", String.raw`\/`);
const lower = (text: string) => encodeURIComponent(text).replaceAll(/%../g, (escape) => escape.toLowerCase());
const envelope = (text: string) =>
  `{"errors":[{"type":"a","message":"${text}","field":"${text}","data":{"a":"${text}"}}]}`;

const forwardedHeaders = echo((sent, response) =>
  response
    .writeHead(200, {
      date: sent,
      "x-ratelimit-reset": sent,
      "x-ratelimit-remaining": encodeURIComponent(sent),
      "content-type": `application/json; a="${sent}"`,
    })
    .end('{"data":{}}'),
);

it.each<[name: string, api: RequestListener, options?: TargetOptions]>([
  ["the data", json(200, (sent) => `{"data":{"a":"${sent}"}}`)],
  ["the name of a member", json(200, (sent) => `{"data":{"${sent}":1}}`)],
  ["data with Unicode escapes", json(200, (sent) => `{"data":{"a":"${unicode(sent)}"}}`)],
  ["data with escaped slashes", json(200, (sent) => `{"data":{"a":"${slashes(sent)}"}}`)],
  ["data, URL-encoded", json(200, (sent) => `{"data":{"a":"${encodeURIComponent(sent)}"}}`)],
  ["data, URL-encoded in lower case", json(200, (sent) => `{"data":{"a":"${lower(sent)}"}}`)],
  ["data as JSON in JSON", json(200, (sent) => JSON.stringify({ data: JSON.stringify({ sent }) }))],
  ["data without the scheme", json(200, (sent) => `{"data":"${sent.slice("Bearer ".length)}"}`)],
  ["data, 1,000 times", json(200, (sent) => `{"data":"${sent.repeat(1_000)}"}`)],
  ["members beside the data", json(200, (sent) => `{"data":{},"debug":"${sent}"}`)],
  ["an error", json(409, envelope)],
  ["an error with Unicode escapes", json(409, (sent) => envelope(unicode(sent)))],
  ["an error with escaped slashes", json(409, (sent) => envelope(slashes(sent)))],
  ["an error, URL-encoded", json(409, (sent) => envelope(encodeURIComponent(sent)))],
  ["a rejection of the token", json(401, envelope)],
  ["an internal error", json(500, envelope)],
  ["an internal error, URL-encoded", json(500, (sent) => envelope(encodeURIComponent(sent)))],
  ["an internal error, URL-encoded in lower case", json(500, (sent) => envelope(lower(sent)))],
  ["an internal error with Unicode escapes", json(500, (sent) => envelope(unicode(sent)))],
  ["the type of an internal error", json(500, (sent) => `{"errors":[{"type":"${sent}"}]}`)],
  ["an error page", json(502, (sent) => `<h1>${sent}</h1>`)],
  ["an error page, URL-encoded", json(502, (sent) => `<h1>${encodeURIComponent(sent)}</h1>`)],
  ["a success that is not JSON", json(200, (sent) => sent)],
  ["a success that is not JSON, URL-encoded", json(200, encodeURIComponent)],
  ["a success without data", json(200, (sent) => `{"a":"${sent}"}`)],
  ["malformed JSON", json(200, (sent) => `{"data":"${sent}`)],
  ["malformed JSON with escapes", json(200, (sent) => `{"data":"${unicode(sent)}`)],
  ["all forwarded headers", forwardedHeaders],
  ["all forwarded headers of text", forwardedHeaders, { allow: [note] }],
  [
    "the headers of an error",
    echo((sent, response) =>
      response
        .writeHead(500, {
          date: sent,
          "retry-after": sent,
          "x-request-id": sent,
          "request-id": encodeURIComponent(sent),
          server: sent,
        })
        .end("{}"),
    ),
  ],
  ["the reason phrase", echo((sent, response) => response.writeHead(500, sent).end("{}"))],
  ["a redirect", echo((sent, response) => response.writeHead(302, { location: `/?${sent}` }).end(sent))],
  ["a malformed status line", echo((sent, _, { socket }) => socket.end(`${sent}\r\n\r\n`))],
  ["a malformed header", echo((sent, _, { socket }) => socket.end(`HTTP/1.1 200 OK\r\n${sent}\r\n\r\n`))],
  [
    "a malformed length",
    echo((sent, _, { socket }) => socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${sent}\r\n\r\n`)),
  ],
  [
    "a body that is too short",
    echo((sent, _, { socket }) => socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n${sent}`)),
  ],
  [
    "a gzip body",
    echo((sent, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(`{"data":"${sent}"}`)),
    ),
  ],
  [
    "a body with one byte in each chunk",
    echo((sent, response) => {
      for (const character of `{"data":"${sent}"}`) response.write(character);
      response.end();
    }),
  ],
  ["a large body", json(200, (sent) => `{"data":"${sent}"}`), { maxResponseBytes: 10 }],
  ["text", json(200, (sent) => `a${sent}b`), { allow: [note] }],
  ["text, URL-encoded", json(200, encodeURIComponent), { allow: [note] }],
  [
    "the media type of text",
    echo((sent, response) => response.writeHead(200, { "content-type": `text/plain; a="${sent}"` }).end("a")),
    { allow: [{ ...note, accept: "text/*" }] },
  ],
  ["a file", json(200, (sent) => `\0${sent}`), { allow: [file] }],
  ["a file, URL-encoded", json(200, encodeURIComponent), { allow: [file] }],
])("does not leak a token that the API returns in %s", async (_, api, options) => {
  for (const token of [secret, () => secret]) {
    const target = await start({ api, token, ...options });
    const { text, responses } = await sendRaw(target.port, rawRequest("GET /api/iam/users"));
    expect([responses.length, target.received.length]).toEqual([1, 1]);
    expectNoSecret(text + JSON.stringify(responses) + target.logged.join("\n"));
    expect(target.logged.length).toBeGreaterThan(0);
  }
});

it.each<[name: string, request: string, options?: TargetOptions]>([
  [
    "the path of a call that is not allowed",
    rawRequest(`GET /api/iam/users/${encodeURIComponent("sgp_plain_secret")}`),
    { authorize: () => false },
  ],
  ["a query that is not valid", rawRequest("GET /api/iam/users?sgp_plain_secret=1")],
  ["X-Request-Id", rawRequest("GET /api/iam/users", ["x-request-id: sgp_plain_secret"])],
  ["a list in the query", rawRequest("DELETE /api/iam/users?userIds.0=sgp_plain_secret"), { authorize: () => false }],
])("does not repeat the token that a caller sends in %s", async (_, request, options) => {
  const target = await start({ token: "sgp_plain_secret", ...options });
  const { text, responses } = await sendRaw(target.port, request);
  expect(responses).toHaveLength(1);
  expect(text + target.logged.join("\n")).not.toContain("sgp_plain_secret");
});

it.each([
  ["message", (text: string) => new Error(text)],
  ["cause", (text: string) => new Error("no", { cause: new Error(text) })],
  ["members", (text: string) => Object.assign(new Error("no"), { config: { headers: { authorization: text } } })],
])("does not leak a token in the %s of a fetch error", async (_, createError) => {
  const fetch: typeof globalThis.fetch = async (_, init) => {
    throw createError(new Headers(init?.headers).get("authorization") ?? "");
  };
  const target = await start({ fetch });
  const { text, responses } = await sendRaw(target.port, rawRequest("GET /api/iam/users"));
  expect(responses[0]?.status).toBe(502);
  expectNoSecret(text + target.logged.join("\n"));
});

function expectNoSecret(seen: string): void {
  for (const form of [secret, encodeURIComponent(secret), lower(secret), slashes(secret), unicode(secret)])
    expect(seen).not.toContain(form);
}
