import {
  startFaultServer,
  type CorrectReply,
  type FaultReply,
  type FaultRequest,
} from "@segment-iam/test-utils/fault-server";
import { crossOrigin, type HttpFault } from "@segment-iam/test-utils/http-faults";
import { serve } from "@segment-iam/test-utils/serve";
import { hints } from "./retry-hints.ts";
import { startHome } from "./control-server.ts";
import { operations } from "./operations.ts";
import { pathOf, type Cell, type OperationName, type Plan, type Report } from "./plan.ts";
import type { RuntimeName } from "./runtimes/runtime.ts";
import { rowIn } from "./fault-table.ts";

/** A request of a cell. */
export interface Arrival {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  /** Whether the server did the write, whatever it responded. */
  readonly carriedOut: boolean;
  readonly isOnKeptConnection: boolean;
}

/** The servers of one run, and what they received. */
export interface MatrixServer extends AsyncDisposable {
  /** Where the probe finds its plan, and a page the probe. */
  readonly home: string;
  readonly report: Promise<Report>;
  /** Requests that reached the origin that redirects lead to. */
  readonly strays: readonly string[];
  /** The connections that had a fault and were open after the last call. */
  readonly leftOpen: number;
  arrivalsOf(cell: Cell): readonly Arrival[];
}

const ORIGINS = 6;
/** How many requests a passing fault lasts. */
const TWICE = 2;
/** The time that connections have to close after the last call. */
const CLOSING_MS = 10_000;
const preflight = {
  ...crossOrigin,
  "access-control-allow-headers": "*, authorization",
  "access-control-allow-methods": "*",
  "access-control-max-age": "600",
};
const closing = { connection: "close" };
const json = { ...crossOrigin, ...closing, "content-type": "application/vnd.segment.v1+json" };

/** Starts the servers of one run: several origins with the same script, the home, and the target of redirects. */
export async function startMatrixServer(
  runtime: RuntimeName,
  plan: Omit<Plan, "origins" | "unusedOrigins">,
  probe: string,
): Promise<MatrixServer> {
  const log = new Map<string, Arrival[]>();
  const strays: string[] = [];
  let leftOpen = 0;

  const elsewhere = await serve((request, response) => {
    strays.push(`${request.method} ${request.url} ${request.headers.authorization ?? "without token"}`);
    response.writeHead(200, crossOrigin).end('{"data":{"stolen":true}}');
  });

  function respond({ method, url, body, isOnKeptConnection }: FaultRequest): CorrectReply | FaultReply {
    const [, place, row = "", lasts, operation] = url.split("?")[0]?.split("/") ?? [];
    // A preflight closes its connection, so that only rows about kept connections meet one that was in use.
    if (method === "OPTIONS") {
      return { status: 204, headers: { ...preflight, ...(!row.startsWith("kept-") && closing) }, body: "" };
    }
    if (place !== "cells") return { status: 200, headers: crossOrigin, body: "warm" };
    const key = `/cells/${row}/${lasts}/${operation}`;
    const arrivals = log.get(key) ?? [];
    log.set(key, arrivals);
    const { kind, status, data } = operations[operation as OperationName];
    const { throws, carriesOut = true, answers } = rowIn(runtime, row);
    // The client sends what is to be refused to a closed port. A request of that row that arrives gets a correct response.
    const isFault = row !== "refused" && (lasts === "always" || arrivals.length < TWICE);
    const carriedOut = kind !== "read" && (isFault ? lasts === "always" && carriesOut : true);
    arrivals.push({ method, url: url.slice(key.length), body, carriedOut, isOnKeptConnection });
    const correct = { status, headers: json, body: JSON.stringify({ data }) };
    if (!isFault) return correct;
    if (answers) return hinted(answers);
    const tellStall = (): void => {
      if (throws === "TimeoutError") home.tellStall(key);
    };
    let isDelayed = false;
    // By then the fault server has acted.
    setImmediate(() => {
      if (!isDelayed) tellStall();
    });
    return {
      ...correct,
      fault: row as HttpFault,
      elsewhere: elsewhere.url,
      onceRead: (action) => {
        isDelayed = true;
        const act = (): void => {
          action();
          tellStall();
        };
        return `x-read-at: ${home.onceRead(key, act)}\r\n`;
      },
    };
  }

  const needed = ORIGINS + plan.cells.filter(({ onKeptConnection }) => onKeptConnection).length;
  const servers = await Promise.all(Array.from({ length: needed }, () => startFaultServer(respond)));
  const origins = servers.map(({ url }) => url);
  const wholePlan: Plan = { ...plan, origins: origins.slice(0, ORIGINS), unusedOrigins: origins.slice(ORIGINS) };
  const home = await startHome(probe, wholePlan, async () => {
    // While the runtime is alive: its connections close with it.
    const open = await Promise.all(servers.map((server) => server.openAfterFaults(CLOSING_MS)));
    leftOpen = open.reduce((sum, count) => sum + count, 0);
  });

  return {
    home: home.url,
    report: home.report,
    strays,
    get leftOpen() {
      return leftOpen;
    },
    arrivalsOf: (cell) => log.get(pathOf(cell)) ?? [],
    [Symbol.asyncDispose]: async () => {
      await Promise.all([elsewhere, home, ...servers].map((server) => server.close()));
    },
  };
}

function hinted({ status, hint }: { readonly status: number; readonly hint: keyof typeof hints }): CorrectReply {
  const { headers, ...rest } = hints[hint];
  const errors = [{ type: "RequestError", message: "As the table says", ...rest }];
  return { status, headers: { ...json, ...headers }, body: JSON.stringify({ errors }) };
}
