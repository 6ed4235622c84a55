import type { IncomingMessage, ServerResponse } from "node:http";
import { operations } from "../operations.ts";
import { pathOf, type Cell, type OperationName, type Plan, type Report } from "../plan.ts";
import type { RuntimeName } from "../runtimes/runtime.ts";
import { rowIn } from "../table.ts";
import { hints, type Hint } from "./hints.ts";
import { startHome, textOf } from "./home.ts";
import { crossOrigin, listen } from "./listen.ts";
import { misbehaviours, type Victim } from "./misbehave.ts";
import { Sockets } from "./sockets.ts";

/** A request as it arrived. */
export interface Arrival {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  /** Whether it is a write, and the server did it, whatever it answered. */
  readonly carriedOut: boolean;
  /** Whether its connection had served another request. */
  readonly onKeptConnection: boolean;
}

/** The server, its log, and its line to the runtime under test. */
export interface FaultServer extends AsyncDisposable {
  /** Where the runtime finds its plan, and a page the probe. */
  readonly home: string;
  readonly report: Promise<Report>;
  /** What reached the other origin, which nothing must. */
  readonly strays: readonly string[];
  /** How many connections without a whole answer were still open when all calls had ended. */
  readonly leftOpen: number;
  arrivalsOf(cell: Cell): readonly Arrival[];
}

const ORIGINS = 6;
const preflight = {
  ...crossOrigin,
  "access-control-allow-headers": "*, authorization",
  "access-control-allow-methods": "*",
  "access-control-max-age": "600",
};
const closing = { connection: "close" };

/** Starts the server on free local ports. */
export async function startFaultServer(
  runtime: RuntimeName,
  plan: Omit<Plan, "origins" | "unusedOrigins">,
  probe: string,
): Promise<FaultServer> {
  const log = new Map<string, Arrival[]>();
  const strays: string[] = [];
  const sockets = new Sockets();
  let leftOpen = 0;

  const elsewhere = await listen((request, response) => {
    strays.push(`${request.method} ${request.url} ${request.headers.authorization ?? "without token"}`);
    response.writeHead(200, crossOrigin).end('{"data":{"stolen":true}}');
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "", socket } = request;
    const [, place, row = "", lasts, operation] = url.split("?")[0]?.split("/") ?? [];
    const onKeptConnection = sockets.hasServed(socket);
    if (method === "OPTIONS") {
      // On a connection that closes, so that only rows about it meet one that was in use.
      const isKept = row.startsWith("kept-");
      return void response.writeHead(204, { ...preflight, ...(!isKept && closing) }).end();
    }
    if (place !== "cells") return void response.writeHead(200, crossOrigin).end("warm");
    const body = await textOf(request);
    const key = `/cells/${row}/${lasts}/${operation}`;
    const arrivals = log.get(key) ?? [];
    log.set(key, arrivals);
    const { kind, status, data } = operations[operation as OperationName];
    const misbehave: ((victim: Victim) => void) | undefined = Reflect.get(misbehaviours, row);
    const { throws, carriesOut = true, answers } = rowIn(runtime, row);
    // Refused connections never come here: what does is answered well.
    const isFault = (misbehave !== undefined || answers !== undefined) && (lasts === "always" || arrivals.length < 2);
    const carriedOut = kind !== "read" && (isFault ? lasts === "always" && carriesOut : true);
    arrivals.push({ method, url: url.slice(key.length), body, carriedOut, onKeptConnection });
    const text = JSON.stringify({ data });
    if (!isFault) send(response, status, text);
    else if (answers) sendHinted(response, answers.status, hints[answers.hint]);
    else {
      sockets.expectEnd(socket);
      const tellStall = () => throws === "TimeoutError" && home.tellStall(key);
      let isPutOff = false;
      const onceRead = (action: () => void) => {
        isPutOff = true;
        const act = () => {
          action();
          tellStall();
        };
        return `x-read-at: ${home.onceRead(key, act)}\r\n`;
      };
      misbehave?.({ socket, status, body: text, elsewhere: elsewhere.origin, onceRead });
      if (!isPutOff) tellStall();
    }
  }

  const needed = ORIGINS + plan.cells.filter(({ onKeptConnection }) => onKeptConnection).length;
  const lanes = await Promise.all(
    Array.from({ length: needed }, () =>
      listen((request, response) => answer(request, response).catch(() => request.socket.destroy())),
    ),
  );
  const all = lanes.map(({ origin }) => origin);
  const wholePlan: Plan = { ...plan, origins: all.slice(0, ORIGINS), unusedOrigins: all.slice(ORIGINS) };

  const home = await startHome(probe, wholePlan, async () => {
    // Asked while the runtime is there: with it, everything closes.
    leftOpen = await sockets.stillOpen();
  });

  return {
    home: home.origin,
    report: home.report,
    strays,
    get leftOpen() {
      return leftOpen;
    },
    arrivalsOf: (cell) => log.get(pathOf(cell)) ?? [],
    [Symbol.asyncDispose]: async () => {
      await Promise.all([elsewhere, home, ...lanes].map((server) => server.close()));
    },
  };
}

function send(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  const type = { "content-type": "application/vnd.segment.v1+json" };
  response.writeHead(status, { ...crossOrigin, ...closing, ...type, ...headers }).end(text);
}

function sendHinted(response: ServerResponse, status: number, { headers, data }: Hint): void {
  const error = { type: "RequestError", message: "As the table says", ...(data && { data }) };
  send(response, status, JSON.stringify({ errors: [error] }), headers);
}
