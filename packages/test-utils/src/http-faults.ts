import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";

/** A request that gets a fault. Its body has been read completely. */
export interface FaultTarget {
  readonly socket: Socket;
  /** The status and body of a correct response. */
  readonly status: number;
  readonly body: string;
  /** The origin that redirects lead to. */
  readonly redirectOrigin: string;
  /** Runs `action` once the client has read the headers. Returns a header line, or "", to add to the response. */
  readonly onHeadersRead: (action: () => void) => string;
}

/** CORS headers. Without them, browsers hide responses of another origin from a page. */
export const crossOrigin = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

const json = "content-type: application/vnd.segment.v1+json\r\n";
const html = "content-type: text/html\r\n";
const PAUSE_MS = 20;

/** Creates a response head with `connection: close`, so that no later request uses the connection. */
function head(status: number, headers: string): string {
  const lines = Object.entries(crossOrigin).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} X\r\n${lines.join("")}connection: close\r\n${headers}\r\n`;
}

const size = (body: string): number => Buffer.byteLength(body);
const half = (body: string): string => body.slice(0, body.length >> 1);

/** Creates a complete response. */
function whole(status: number, headers: string, body: string): string {
  return head(status, `${headers}content-length: ${size(body)}\r\n`) + body;
}

/** Creates a JSON response with a given `content-length`, which can be wrong. */
function withLength(length: number, body: string, headers = ""): string {
  return head(200, `${json}${headers}content-length: ${length}\r\n`) + body;
}

function gzipHead(status: number, length: number, headers = ""): string {
  return head(status, `${json}${headers}content-encoding: gzip\r\ncontent-length: ${length}\r\n`);
}

/** Runs an action after a delay, so that earlier data arrives separately. Skips it if the connection has closed. */
export function later(socket: Socket, action: () => void, delayMs: number = PAUSE_MS): void {
  const timer = setTimeout(action, delayMs);
  socket.once("close", () => clearTimeout(timer));
}

type Act = (target: FaultTarget) => void;

const drip = (socket: Socket, bytes: Buffer, everyMs: number, piece: number): void => {
  socket.write(bytes.subarray(0, piece));
  if (bytes.length > piece) later(socket, () => drip(socket, bytes.subarray(piece), everyMs, piece), everyMs);
  else socket.end();
};

/** Sends a complete response with a given status and body. */
const content =
  (status: number, headers: string, body: string): Act =>
  ({ socket }) =>
    socket.end(whole(status, headers, body));

/** Sends head and body in one write, so that no client receives the headers first. */
const gzip =
  (compress: (body: string) => Buffer): Act =>
  ({ socket, status, body }) => {
    const bytes = compress(body);
    socket.end(Buffer.concat([Buffer.from(gzipHead(status, bytes.length)), bytes]));
  };

const redirect =
  (status: number): Act =>
  ({ socket, redirectOrigin }) =>
    socket.end(whole(status, `location: ${redirectOrigin}/stolen\r\n`, ""));

const inform =
  (...statuses: readonly string[]): Act =>
  ({ socket, status, body }) => {
    for (const line of statuses) socket.write(`HTTP/1.1 ${line}\r\n\r\n`);
    later(socket, () => socket.end(whole(status, json, body)));
  };

/** Sends the first part of a body, and resets the connection once the client has read the headers. */
const resetAfter =
  (start: (body: string, header: string) => string): Act =>
  ({ socket, body, onHeadersRead }) => {
    const header = onHeadersRead(() => socket.resetAndDestroy());
    socket.write(start(body, header));
  };

/** All faults of a connection or a body, by name. */
export const httpFaults = {
  "reset-before-headers": ({ socket }) => socket.resetAndDestroy(),
  "close-before-headers": ({ socket }) => socket.end(),
  "not-http": ({ socket }) => socket.end("SSH-2.0-OpenSSH_9.7\r\n"),
  "stall-before-headers": () => {},
  "stall-in-headers": ({ socket }) => socket.write("HTTP/1.1 200 OK\r\ncontent-ty"),
  "stall-in-body": ({ socket, body }) => socket.write(withLength(size(body), half(body))),
  "slow-drip": ({ socket, body }) => drip(socket, Buffer.from(withLength(size(body), body)), 100, 8),
  "drip-in-time": ({ socket, status, body }) => drip(socket, Buffer.from(whole(status, json, body)), 1, 63),
  "reset-after-headers": resetAfter((body, header) => withLength(size(body), "", header)),
  "reset-in-body": resetAfter((body, header) => withLength(size(body), half(body), header)),
  "close-in-body": ({ socket, body }) => socket.end(withLength(size(body), half(body))),
  "length-too-long": ({ socket, body }) => socket.end(withLength(size(body) + 10, body)),
  "length-too-long-open": ({ socket, body }) => socket.write(withLength(size(body) + 10, body)),
  "length-too-short": ({ socket, body }) => socket.end(withLength(size(body) - 5, body)),
  "length-twice": ({ socket, body }) => socket.end(withLength(5, body, `content-length: ${size(body)}\r\n`)),
  "length-missing": ({ socket, status, body }) => socket.end(head(status, json) + body),
  "length-missing-reset": resetAfter((body, header) => head(200, json + header) + half(body)),
  "chunks-cut": ({ socket, body }) => {
    const part = half(body);
    socket.end(`${head(200, `${json}transfer-encoding: chunked\r\n`)}${size(part).toString(16)}\r\n${part}\r\n`);
  },
  "chunks-garbled": ({ socket }) =>
    socket.end(`${head(200, `${json}transfer-encoding: chunked\r\n`)}zz\r\n{}\r\n0\r\n\r\n`),
  "truncated-json": ({ socket, body }) => socket.end(whole(200, json, half(body))),
  "html-200": content(200, html, "<h1>Sign in to the Wi-Fi</h1>"),
  "html-502": content(502, html, "<h1>Bad gateway</h1>"),
  "json-as-html": ({ socket, body }) => socket.end(whole(200, html, body)),
  "json-untyped": ({ socket, status, body }) => socket.end(whole(status, "", body)),
  "empty-200": content(200, json, ""),
  "no-content": ({ socket }) => socket.end(head(204, "")),
  "no-data": content(200, json, "{}"),
  "null-body": content(200, json, "null"),
  "errors-in-200": content(200, json, '{"errors":[{"type":"bad"}]}'),
  "empty-429": content(429, "", ""),
  "gzip-honest": gzip((body) => gzipSync(body)),
  "gzip-that-is-plain": gzip((body) => Buffer.from(body)),
  "gzip-that-is-plain-later": ({ socket, body, onHeadersRead }) => {
    const header = onHeadersRead(() => socket.end(body));
    socket.write(gzipHead(200, size(body), header));
  },
  // Stored without compression, so that half of the bytes hold the beginning of the text.
  "gzip-cut": gzip((body) => {
    const bytes = gzipSync(body, { level: 0 });
    return bytes.subarray(0, bytes.length >> 1);
  }),
  "redirect-301": redirect(301),
  "redirect-302": redirect(302),
  "redirect-303": redirect(303),
  "redirect-307": redirect(307),
  "redirect-308": redirect(308),
  "continue-100": inform("100 Continue"),
  "early-hints-103": inform("103 Early Hints\r\nlink: </x>; rel=preload"),
  "many-1xx": inform("102 Processing", "103 Early Hints", "103 Early Hints"),
  "kept-connection-reset": ({ socket }) => socket.resetAndDestroy(),
  "kept-connection-closed": ({ socket }) => socket.end(),
} satisfies Readonly<Record<string, Act>>;

/** The name of a fault. */
export type HttpFault = keyof typeof httpFaults;
