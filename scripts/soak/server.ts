import { startFaultServer, type CorrectReply, type FaultRequest } from "@segment-iam/test-utils/fault-server";
import { seededRandom } from "@segment-iam/test-utils/random";
import { announce } from "@segment-iam/test-utils/serve";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import { errorResponse } from "@segment-iam/test-utils/simulated-fault";
import { acceleratedClock } from "./accelerated-clock.ts";
import { pickFault } from "./pick-fault.ts";

/** The report of the server, which runs in its own process: `server.ts CALLS SEED`. */
export interface ServerReport {
  readonly requests: number;
  readonly faults: Readonly<Record<string, number>>;
  /** The number of non-idempotent writes that arrived 0, 1, 2... times. A request that got a 429 does not count. */
  readonly writesByArrivals: readonly number[];
  /** The number of writes that succeeded for the caller but never arrived. */
  readonly lostWrites: number;
}

/** A message to the server: `connections` for the number of open connections, or `SoakCalls.confirmed` for the report. */
export type ServerRequest = "connections" | Uint8Array;

const WINDOW_MS = 60_000;
const LIMIT = 1_000_000;
/** The delay in the body of a 429, in milliseconds of the accelerated clock. */
const RETRY_DELAY_MS = 20;

const arrivals = new Uint8Array(Number(process.argv[2]));
const random = seededRandom(Number(process.argv[3]));
const faults: Record<string, number> = {};
/** One rate limit window for each operation. It is reported in headers but never exhausted. */
const apis = new Map<string, SimulatedApi>();
let requests = 0;

const server = await startFaultServer(async (request) => {
  requests += 1;
  const fault = pickFault(random());
  if (fault) faults[fault] = (faults[fault] ?? 0) + 1;
  const write = request.method === "POST" ? /soak-(\d+)/.exec(`${request.url}${request.body}`)?.[1] : undefined;
  if (write !== undefined && fault !== 429) arrivals[Number(write)] = (arrivals[Number(write)] ?? 0) + 1;
  if (fault === 429 || fault === 503) {
    const hint = fault === 429 ? "body" : "none";
    const { status, headers, body } = errorResponse(
      fault,
      hint,
      RETRY_DELAY_MS,
      Date.UTC(2026, 0, 1) + acceleratedClock.now(),
    );
    return { status, headers, body: JSON.stringify(body) };
  }
  const reply = await success(request);
  return fault ? { ...reply, fault } : reply;
});
announce(server);

process.on("message", async (request: ServerRequest) => {
  process.send?.(request === "connections" ? await server.connections() : report(request));
});
// Ctrl-C reaches the whole process group, but the client process must exit first.
process.on("SIGINT", () => {});

async function success({ method, url }: FaultRequest): Promise<CorrectReply> {
  const operation = `${method} ${url.replace(/soak-\d+/, "")}`;
  const api = apis.get(operation) ?? new SimulatedApi({ clock: acceleratedClock, limit: LIMIT, windowMs: WINDOW_MS });
  apis.set(operation, api);
  const { headers } = await api.respond();
  const user = { id: "u", name: "Ada Lovelace", email: "ada@example.com" };
  const pagination = { current: "MA==", next: null };
  const lists = { users: [user], user, groups: [], invites: [], emails: [], permissions: [], pagination };
  const data = method === "DELETE" ? { status: "SUCCESS" } : { ...lists, for: url.slice(0, 20) };
  const status = method === "POST" && url.startsWith("/invites") ? 201 : 200;
  const type = { "content-type": "application/vnd.segment.v1+json" };
  return { status, headers: { ...type, ...headers }, body: JSON.stringify({ data }) };
}

function report(confirmed: Uint8Array): ServerReport {
  const writesByArrivals: number[] = [];
  for (const times of arrivals) writesByArrivals[times] = (writesByArrivals[times] ?? 0) + 1;
  const lostWrites = confirmed.filter((isConfirmed, write) => isConfirmed === 1 && arrivals[write] === 0).length;
  return { requests, faults, writesByArrivals, lostWrites };
}
