import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { seededRandom } from "../../packages/helpers/src/test-utils/random.ts";
import { fastClock, fastDate } from "./fast-clock.ts";
import { faultFor, type Fault } from "./faults.ts";

/**
 * The server of the soak, a process of its own. It counts how often each write arrived that might be carried out: whatever it
 * answers, even a 503 or nothing at all, except for a 429.
 */
export interface ServerReport {
  readonly requests: number;
  readonly faults: Readonly<Record<string, number>>;
  /** Writes that are not safe to repeat, by how often they arrived: the place is the number of times. */
  readonly writesByTimes: readonly number[];
  /** How many of those that were asked for never arrived. */
  readonly neverArrived: number;
}

/** How many connections are open; or, with the writes that were answered with success, for the report. */
export type Question = "connections" | Uint8Array;

const WINDOW_MS = 60_000;
const LIMIT = 1_000_000;
/** What a 429 asks for, in milliseconds of the fast clock. */
const HINT_MS = 20;

const random = seededRandom(Number(process.argv[3]));
const arrivals = new Uint8Array(Number(process.argv[2]));
const faults: Record<string, number> = {};
const windows = new Map<string, { endMs: number; consumed: number }>();
let requests = 0;

const server = createServer(async (request, response) => {
  let body = "";
  try {
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
  } catch {
    return; // The client went away.
  }
  requests += 1;
  const fault = faultFor(random());
  if (fault) faults[fault] = (faults[fault] ?? 0) + 1;
  const write = request.method === "POST" ? /soak-(\d+)/.exec(`${request.url}${body}`)?.[1] : undefined;
  if (write !== undefined && fault !== "429") arrivals[Number(write)] = (arrivals[Number(write)] ?? 0) + 1;
  answer(request, response, fault);
});

function answer(request: IncomingMessage, response: ServerResponse, fault: Fault | undefined): void {
  response.setHeader("content-type", "application/vnd.segment.v1+json");
  response.setHeader("date", fastDate().toUTCString());
  if (fault === "429" || fault === "503") return refuse(response, Number(fault));
  if (fault === "reset") return void request.socket.resetAndDestroy();
  if (fault === "stall") return;
  const text = dataFor(request);
  const { consumed, endMs } = count(`${request.method} ${request.url?.replace(/soak-\d+/, "")}`);
  response.setHeader("x-ratelimit-consumed", consumed);
  response.setHeader("x-ratelimit-remaining", LIMIT - consumed);
  response.setHeader("x-ratelimit-reset", new Date(fastDate().getTime() + endMs - fastClock.now()).toUTCString());
  response.setHeader("content-length", Buffer.byteLength(text));
  response.writeHead(request.url?.startsWith("/invites") && request.method === "POST" ? 201 : 200);
  if (!fault) return void response.end(text);
  response.write(text.slice(0, text.length / 2), () => {
    if (fault === "reset in the body") request.socket.resetAndDestroy();
    else if (fault === "truncated") request.socket.end();
  });
}

function refuse(response: ServerResponse, status: number): void {
  const data = { remainingPoints: 0, msBeforeNext: HINT_MS, consumedPoints: 61 };
  const errors = [{ type: "RequestError", message: "Not now", ...(status === 429 && { data }) }];
  response.writeHead(status).end(JSON.stringify({ errors }));
}

function dataFor({ method, url = "" }: IncomingMessage): string {
  const user = { id: "u", name: "Ada Lovelace", email: "ada@example.com" };
  const pagination = { current: "MA==", next: null };
  const lists = { users: [user], user, groups: [], invites: [], emails: [], permissions: [], pagination };
  return JSON.stringify({ data: method === "DELETE" ? { status: "SUCCESS" } : { ...lists, for: url.slice(0, 20) } });
}

/** Counts a request in its operation's window, which is told and never enforced. */
function count(operation: string): { endMs: number; consumed: number } {
  const nowMs = fastClock.now();
  const known = windows.get(operation);
  const window = known && nowMs < known.endMs ? known : { endMs: nowMs + WINDOW_MS, consumed: 0 };
  window.consumed += 1;
  windows.set(operation, window);
  return window;
}

/** What happened, seen beside the writes that were answered with success: a 1 at the number of each. */
function report(confirmed: Uint8Array): ServerReport {
  const writesByTimes: number[] = [];
  for (const times of arrivals) writesByTimes[times] = (writesByTimes[times] ?? 0) + 1;
  const neverArrived = confirmed.filter((isConfirmed, write) => isConfirmed === 1 && arrivals[write] === 0).length;
  return { requests, faults, writesByTimes, neverArrived };
}

server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on("message", (question: Question) => {
  if (question === "connections") server.getConnections((_, count) => process.send?.(count));
  else process.send?.(report(question));
});
process.on("disconnect", () => process.exit());
// Ctrl-C reaches the whole process group. Whoever makes the calls ends them first.
process.on("SIGINT", () => {});
