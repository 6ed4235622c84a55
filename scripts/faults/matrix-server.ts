import {
  startFaultServer,
  type CorrectReply,
  type FaultReply,
  type FaultRequest,
} from "@segment-iam/test-utils/fault-server";
import { crossOrigin, type HttpFault } from "@segment-iam/test-utils/http-faults";
import { serve } from "@segment-iam/test-utils/serve";
import { retryHints, type RetryHintName } from "./retry-hints.ts";
import { startControlServer } from "./control-server.ts";
import { operations } from "./operations.ts";
import { pathOf, TRANSIENT_FAULT_REQUESTS, type Cell, type OperationName, type Plan, type Report } from "./plan.ts";
import type { RuntimeName } from "./runtimes/runtime.ts";
import { rowIn } from "./fault-table.ts";

/** A request that the server received for a cell. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  /** Whether the server applied the write, regardless of its response. */
  readonly applied: boolean;
  readonly isOnKeptConnection: boolean;
}

/** The servers of one run, and what they received. */
export interface MatrixServer extends AsyncDisposable {
  /** The URL of the probe's plan. A page loads the probe from there, too. */
  readonly controlUrl: string;
  readonly report: Promise<Report>;
  /** Requests to the origin that redirects point to. */
  readonly redirectedRequests: readonly string[];
  /** The number of connections with a fault that were still open after the last call. */
  readonly openConnections: number;
  requestsOf(cell: Cell): readonly ReceivedRequest[];
}

const ORIGINS = 6;
/** The time limit for connections to close after the last call. */
const CLOSE_LIMIT_MS = 10_000;
const preflight = {
  ...crossOrigin,
  "access-control-allow-headers": "*, authorization",
  "access-control-allow-methods": "*",
  "access-control-max-age": "600",
};
const closeConnection = { connection: "close" };
const json = { ...crossOrigin, ...closeConnection, "content-type": "application/vnd.segment.v1+json" };

/** Starts the servers of one run: several origins with the same faults, the control server and the target of redirects. */
export async function startMatrixServer(
  runtime: RuntimeName,
  plan: Omit<Plan, "origins" | "unusedOrigins">,
  probe: string,
): Promise<MatrixServer> {
  const log = new Map<string, ReceivedRequest[]>();
  const redirectedRequests: string[] = [];
  let openConnections = 0;

  const redirectTarget = await serve((request, response) => {
    redirectedRequests.push(`${request.method} ${request.url} ${request.headers.authorization ?? "without token"}`);
    response.writeHead(200, crossOrigin).end('{"data":{"stolen":true}}');
  });

  function respond({ method, url, body, isOnKeptConnection }: FaultRequest): CorrectReply | FaultReply {
    const [, place, row = "", occurs, operation] = url.split("?")[0]?.split("/") ?? [];
    // A preflight closes its connection, so that only the keep-alive rows reuse a connection.
    if (method === "OPTIONS") {
      return { status: 204, headers: { ...preflight, ...(!row.startsWith("kept-") && closeConnection) }, body: "" };
    }
    if (place !== "cells") return { status: 200, headers: crossOrigin, body: "ready" };
    const key = `/cells/${row}/${occurs}/${operation}`;
    const received = log.get(key) ?? [];
    log.set(key, received);
    const { kind, status, data } = operations[operation as OperationName];
    const { throws, appliesWrite = true, response } = rowIn(runtime, row);
    // The probe sends these requests to a closed port. A request that arrives here gets a correct response.
    const isFault = row !== "connection-refused" && (occurs === "always" || received.length < TRANSIENT_FAULT_REQUESTS);
    const applied = kind !== "read" && (isFault ? occurs === "always" && appliesWrite : true);
    received.push({ method, url: url.slice(key.length), body, applied, isOnKeptConnection });
    const correct = { status, headers: json, body: JSON.stringify({ data }) };
    if (!isFault) return correct;
    if (response) return toReply(response);
    const reportStall = (): void => {
      if (throws === "CallTimeoutError") control.reportStall(key);
    };
    let isDelayed = false;
    // The fault server calls `onHeadersRead`, if the fault needs it, before `setImmediate` fires.
    setImmediate(() => {
      if (!isDelayed) reportStall();
    });
    return {
      ...correct,
      fault: row as HttpFault,
      redirectOrigin: redirectTarget.url,
      onHeadersRead: (action) => {
        isDelayed = true;
        const act = (): void => {
          action();
          reportStall();
        };
        return `x-read-at: ${control.afterHeadersRead(key, act)}\r\n`;
      },
    };
  }

  const originCount = ORIGINS + plan.cells.filter(({ onKeepAliveConnection }) => onKeepAliveConnection).length;
  const servers = await Promise.all(Array.from({ length: originCount }, () => startFaultServer(respond)));
  const origins = servers.map(({ url }) => url);
  const wholePlan: Plan = { ...plan, origins: origins.slice(0, ORIGINS), unusedOrigins: origins.slice(ORIGINS) };
  const control = await startControlServer(probe, wholePlan, async () => {
    // Counts now, because the connections close when the runtime exits.
    const open = await Promise.all(servers.map((server) => server.openAfterFaults(CLOSE_LIMIT_MS)));
    openConnections = open.reduce((sum, count) => sum + count, 0);
  });

  return {
    controlUrl: control.url,
    report: control.report,
    redirectedRequests,
    get openConnections() {
      return openConnections;
    },
    requestsOf: (cell) => log.get(pathOf(cell)) ?? [],
    [Symbol.asyncDispose]: async () => {
      await Promise.all([redirectTarget, control, ...servers].map((server) => server.close()));
    },
  };
}

function toReply({ status, hint }: { readonly status: number; readonly hint: RetryHintName }): CorrectReply {
  const { headers, ...rest } = retryHints[hint];
  const errors = [{ type: "RequestError", message: "A fault from the table", ...rest }];
  return { status, headers: { ...json, ...headers }, body: JSON.stringify({ errors }) };
}
