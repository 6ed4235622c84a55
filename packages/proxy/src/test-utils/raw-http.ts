import { connect } from "node:net";

/** A response, parsed from its bytes. */
export interface RawResponse {
  readonly status: number;
  /** The header lines, with names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** The responses that a server sent on one connection. */
export interface RawExchange {
  readonly responses: readonly RawResponse[];
  /** All bytes of the server, as latin1. */
  readonly text: string;
}

/** Options of {@link sendRaw}. */
export interface SendOptions {
  /** Sends FIN immediately after the bytes, for incomplete requests. @default false, which sends FIN after the first response */
  readonly endsEarly?: boolean;
  /** Closes the connection without waiting for a response. @default false */
  readonly aborts?: boolean;
}

/** The time after which a connection without a response fails a test. */
const TIMEOUT_MS = 20_000;

/** Creates the text of a request with `Connection: close`. The header lines are not validated or changed. */
export function rawRequest(line: string, headers: readonly string[] = [], body = ""): string {
  const length = body && !headers.some((header) => /^(content-length|transfer-encoding)/i.test(header));
  const all = [...headers, ...(length ? [`content-length: ${Buffer.byteLength(body, "latin1")}`] : [])];
  const host = headers.some((header) => /^host\b/i.test(header)) ? [] : ["host: app.example"];
  return [`${line} HTTP/1.1`, ...host, "connection: close", ...all, "", body].join("\r\n");
}

/**
 * Sends bytes to a server, without the normalization of `fetch`, and reads all responses until the server closes the connection.
 *
 * @throws {Error} if a response is not well-formed, or if the server leaves the connection open without a response.
 */
export async function sendRaw(
  port: number,
  bytes: string | Uint8Array,
  options: SendOptions = {},
): Promise<RawExchange> {
  const isHead = /^[\r\n]*HEAD /.test(bytes.slice(0, 20).toString());
  const socket = connect({ port, host: "127.0.0.1" });
  let text = "";
  const closed = new Promise<void>((resolve, reject) => {
    socket.setTimeout(TIMEOUT_MS, () => reject(new Error(`No response within ${TIMEOUT_MS} ms: ${text}`)));
    socket.on("close", () => resolve());
  });
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    if (!options.endsEarly && isComplete(text, isHead)) socket.end();
  });
  // The server may reset a connection without reading all bytes.
  socket.on("error", () => {});
  if (options.aborts) socket.write(toBytes(bytes), () => socket.destroy());
  else if (options.endsEarly) socket.end(toBytes(bytes));
  else socket.write(toBytes(bytes));
  try {
    await closed;
    return { responses: options.aborts ? [] : parseResponses(text, isHead), text };
  } finally {
    socket.destroy();
  }
}

function toBytes(bytes: string | Uint8Array): Uint8Array {
  return typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes;
}

function isComplete(text: string, isHead: boolean): boolean {
  try {
    return parseResponses(text, isHead).length > 0;
  } catch {
    return false;
  }
}

/**
 * Parses responses strictly by RFC 9112.
 *
 * @throws {Error} if a line is malformed, a length is ambiguous, or bytes follow the last response.
 */
function parseResponses(text: string, isHead: boolean): RawResponse[] {
  const responses: RawResponse[] = [];
  let rest = text;
  while (rest !== "") {
    const end = rest.indexOf("\r\n\r\n");
    if (end < 0) throw new Error(`Incomplete head: ${rest}`);
    const [first = "", ...lines] = rest.slice(0, end).split("\r\n");
    const [, code] = /^HTTP\/1\.1 (\d{3}) [\t\x20-\x7e\x80-\xff]*$/.exec(first) ?? [];
    if (code === undefined) throw new Error(`Malformed status line: ${first}`);
    const headers = lines.map(parseHeader);
    rest = rest.slice(end + 4);
    if (code.startsWith("1")) continue;
    const body = isHead || code === "204" || code === "304" ? { text: "", length: 0 } : readBody(rest, headers);
    rest = rest.slice(body.length);
    responses.push({ status: Number(code), headers, body: body.text });
  }
  return responses;
}

function parseHeader(line: string): [string, string] {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]+): ?([\t\x20-\x7e\x80-\xff]*)$/.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`Malformed header: ${JSON.stringify(line)}`);
  return [name.toLowerCase(), value];
}

/** Reads a body up to its Content-Length, its last chunk or the end of the connection. `length` counts its bytes on the wire. */
function readBody(rest: string, headers: RawResponse["headers"]): { text: string; length: number } {
  const framing = headers.filter(([name]) => name === "content-length" || name === "transfer-encoding");
  if (framing.length > 1) throw new Error(`Ambiguous length: ${JSON.stringify(framing)}`);
  const [[name, value] = ["", ""]] = framing;
  if (name === "") return { text: rest, length: rest.length };
  if (name === "content-length") {
    const length = Number(value);
    if (!/^\d+$/.test(value) || rest.length < length) throw new Error(`Incomplete body of ${value} bytes`);
    return { text: rest.slice(0, length), length };
  }
  if (value !== "chunked") throw new Error(`Unexpected transfer-encoding: ${value}`);
  let text = "";
  for (let start = 0; ;) {
    const [line, digits = ""] = /^([\da-f]+)\r\n/i.exec(rest.slice(start, start + 20)) ?? [];
    if (line === undefined) throw new Error("Malformed or incomplete chunk");
    const size = Number.parseInt(digits, 16);
    const from = start + line.length;
    if (rest.slice(from + size, from + size + 2) !== "\r\n") throw new Error("Malformed or incomplete chunk");
    text += rest.slice(from, from + size);
    start = from + size + 2;
    if (size === 0) return { text, length: start };
  }
}
