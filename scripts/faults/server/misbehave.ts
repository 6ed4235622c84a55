import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";

/** A request that is to be answered badly. */
export interface Victim {
  readonly socket: Socket;
  /** The status and the body that a well-behaved server would answer with. */
  readonly status: number;
  readonly body: string;
  /** An origin that must never learn the token. */
  readonly elsewhere: string;
  /** Puts an action off until the runtime has read the headers of the answer, among which this one has to be. */
  readonly onceRead: (action: () => void) => string;
}

/** Page and server are of two origins: without these a browser shows a page nothing. */
const crossOrigin = "access-control-allow-origin: *\r\naccess-control-expose-headers: *\r\n";
const json = "content-type: application/vnd.segment.v1+json\r\n";
const PAUSE_MS = 20;

/** A head that announces that the connection closes, so that what follows never meets a connection in use before. */
function head(status: number | string, headers: string): string {
  return `HTTP/1.1 ${status} X\r\n${crossOrigin}connection: close\r\n${headers}\r\n`;
}

function whole(status: number, headers: string, body: string): string {
  return head(status, `${headers}content-length: ${Buffer.byteLength(body)}\r\n`) + body;
}

/** Sends what is left after a moment, so that the first part arrives by itself, unless the other side has gone. */
function later(socket: Socket, action: () => void, delayMs = PAUSE_MS): void {
  const timer = setTimeout(action, delayMs);
  socket.once("close", () => clearTimeout(timer));
}

function withLength(length: number, body: string, headers = ""): string {
  return head(200, `${json}${headers}content-length: ${length}\r\n`) + body;
}

const size = (body: string): number => Buffer.byteLength(body);
const half = (body: string): string => body.slice(0, body.length >> 1);

function drip(socket: Socket, bytes: Buffer, everyMs: number, piece: number): void {
  socket.write(bytes.subarray(0, piece));
  if (bytes.length > piece) later(socket, () => drip(socket, bytes.subarray(piece), everyMs, piece), everyMs);
  else socket.end();
}

function gzipHead(status: number, length: number, headers = ""): string {
  return head(status, `${json}${headers}content-encoding: gzip\r\ncontent-length: ${length}\r\n`);
}

/** In one piece, so that no runtime sees the headers alone. */
function sendAsGzip({ socket, status }: Victim, content: Buffer): void {
  socket.end(Buffer.concat([Buffer.from(gzipHead(status, content.length)), content]));
}

function redirect(status: number): (victim: Victim) => void {
  return ({ socket, elsewhere }) => socket.end(whole(status, `location: ${elsewhere}/stolen\r\n`, ""));
}

function inform(...statuses: readonly string[]): (victim: Victim) => void {
  return ({ socket, status, body }) => {
    for (const line of statuses) socket.write(`HTTP/1.1 ${line}\r\n\r\n`);
    later(socket, () => socket.end(whole(status, json, body)));
  };
}

/** What the server does to the connection instead of answering, by the row of the table. The request has arrived in full. */
export const misbehaviours = {
  "reset-before-headers": ({ socket }) => socket.resetAndDestroy(),
  "close-before-headers": ({ socket }) => socket.end(),
  "not-http": ({ socket }) => socket.end("SSH-2.0-OpenSSH_9.7\r\n"),
  "stall-before-headers": () => {},
  "stall-in-headers": ({ socket }) => socket.write("HTTP/1.1 200 OK\r\ncontent-ty"),
  "stall-in-body": ({ socket, body }) => socket.write(withLength(size(body), half(body))),
  "slow-drip": ({ socket, body }) => drip(socket, Buffer.from(withLength(size(body), body)), 100, 8),
  "drip-in-time": ({ socket, status, body }) => drip(socket, Buffer.from(whole(status, json, body)), 1, 63),
  "reset-after-headers": ({ socket, body, onceRead }) => {
    socket.write(
      withLength(
        size(body),
        "",
        onceRead(() => socket.resetAndDestroy()),
      ),
    );
  },
  "reset-in-body": ({ socket, body, onceRead }) => {
    socket.write(
      withLength(
        size(body),
        half(body),
        onceRead(() => socket.resetAndDestroy()),
      ),
    );
  },
  "close-in-body": ({ socket, body }) => socket.end(withLength(size(body), half(body))),
  "length-too-long": ({ socket, body }) => socket.end(withLength(size(body) + 10, body)),
  "length-too-long-open": ({ socket, body }) => socket.write(withLength(size(body) + 10, body)),
  "length-too-short": ({ socket, body }) => socket.end(withLength(size(body) - 5, body)),
  "length-twice": ({ socket, body }) => {
    socket.end(head(200, `${json}content-length: ${size(body)}\r\ncontent-length: 5\r\n`) + body);
  },
  "length-untold": ({ socket, status, body }) => socket.end(head(status, json) + body),
  "length-untold-reset": ({ socket, body, onceRead }) => {
    socket.write(head(200, json + onceRead(() => socket.resetAndDestroy())) + half(body));
  },
  "chunks-cut": ({ socket, body }) => {
    const part = half(body);
    socket.end(`${head(200, `${json}transfer-encoding: chunked\r\n`)}${size(part).toString(16)}\r\n${part}\r\n`);
  },
  "chunks-garbled": ({ socket }) => {
    socket.end(`${head(200, `${json}transfer-encoding: chunked\r\n`)}zz\r\n{}\r\n0\r\n\r\n`);
  },
  "truncated-json": ({ socket, body }) => socket.end(whole(200, json, half(body))),
  "html-200": ({ socket }) => socket.end(whole(200, "content-type: text/html\r\n", "<h1>Sign in to the Wi-Fi</h1>")),
  "html-502": ({ socket }) => socket.end(whole(502, "content-type: text/html\r\n", "<h1>Bad gateway</h1>")),
  "json-as-html": ({ socket, body }) => socket.end(whole(200, "content-type: text/html\r\n", body)),
  "json-untyped": ({ socket, status, body }) => socket.end(whole(status, "", body)),
  "empty-200": ({ socket }) => socket.end(whole(200, json, "")),
  "no-content": ({ socket }) => socket.end(head(204, "")),
  "no-data": ({ socket }) => socket.end(whole(200, json, "{}")),
  "null-body": ({ socket }) => socket.end(whole(200, json, "null")),
  "errors-in-200": ({ socket }) => socket.end(whole(200, json, '{"errors":[{"type":"bad"}]}')),
  "empty-429": ({ socket }) => socket.end(whole(429, "", "")),
  "gzip-honest": (victim) => sendAsGzip(victim, gzipSync(victim.body)),
  "gzip-that-is-plain": (victim) => sendAsGzip(victim, Buffer.from(victim.body)),
  "gzip-that-is-plain-later": ({ socket, body, onceRead }) => {
    socket.write(
      gzipHead(
        200,
        size(body),
        onceRead(() => socket.end(body)),
      ),
    );
  },
  "gzip-cut": (victim) => {
    // Packed without compression, so that half of it has the beginning of the text.
    const content = gzipSync(victim.body, { level: 0 });
    sendAsGzip(victim, content.subarray(0, content.length >> 1));
  },
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
} satisfies Readonly<Record<string, (victim: Victim) => void>>;

/** The name of a row whose fault is one of the connection or the body. */
export type Misbehaviour = keyof typeof misbehaviours;
