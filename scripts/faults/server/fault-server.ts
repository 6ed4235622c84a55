import type { IncomingMessage, ServerResponse } from "node:http";
import { operations } from "../operations.ts";
import { pathOf, type Cell, type OperationName, type Plan, type Report } from "../plan.ts";
import type { RuntimeName } from "../runtimes/runtime.ts";
import { rowIn } from "../table.ts";
import { hints, type Hint } from "./hints.ts";
import { listen } from "./listen.ts";
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
const crossOrigin = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };
const preflight = {
  ...crossOrigin,
  "access-control-allow-headers": "*, authorization",
  "access-control-allow-methods": "*",
  "access-control-max-age": "600",
};
const closing = { connection: "close" };
const page = '<script type="module">import { runPlan } from "/probe.mjs"; await runPlan(location.origin);</script>';

/** Starts the server on free local ports. */
export async function startFaultServer(
  runtime: RuntimeName,
  plan: Omit<Plan, "origins" | "unusedOrigins">,
  probe: string,
): Promise<FaultServer> {
  const log = new Map<string, Arrival[]>();
  const strays: string[] = [];
  const reported = Promise.withResolvers<Report>();
  const sockets = new Sockets();
  let leftOpen = 0;
  /** What is to be done once a runtime has told that it has read the headers of an answer, by where it tells so. */
  const actions = new Map<string, () => void>();
  let stalls: ServerResponse | undefined;

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
      const tellStall = () => throws === "TimeoutError" && stalls?.write(`${key}\n`);
      const onceRead = (action: () => void) => {
        actions.set(`/read${key}`, () => {
          action();
          tellStall();
        });
        return `x-read-at: ${home.origin}/read${key}\r\n`;
      };
      misbehave?.({ socket, status, body: text, elsewhere: elsewhere.origin, onceRead });
      if (!actions.has(`/read${key}`)) tellStall();
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

  const home = await listen(async (request, response) => {
    const { url } = request;
    if (url === "/") return response.writeHead(200, { "content-type": "text/html" }).end(page);
    if (url === "/probe.mjs") return response.writeHead(200, { "content-type": "text/javascript" }).end(probe);
    if (url === "/plan") return response.writeHead(200, crossOrigin).end(JSON.stringify(wholePlan));
    const action = actions.get(`${url}`);
    if (action) {
      action();
      return response.writeHead(204, crossOrigin).end();
    }
    if (url === "/stalls") return (stalls = response.writeHead(200, crossOrigin)).flushHeaders();
    if (url === "/stalls/end") {
      stalls?.end();
      return response.writeHead(200, crossOrigin).end();
    }
    if (url !== "/report") return response.writeHead(404).end();
    const report: Report = JSON.parse(await textOf(request));
    // Asked while the runtime is there: with it, everything closes.
    leftOpen = await sockets.stillOpen();
    response.writeHead(200, crossOrigin).end();
    return reported.resolve(report);
  });

  return {
    home: home.origin,
    report: reported.promise,
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

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}

function send(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  const type = { "content-type": "application/vnd.segment.v1+json" };
  response.writeHead(status, { ...crossOrigin, ...closing, ...type, ...headers }).end(text);
}

function sendHinted(response: ServerResponse, status: number, { headers, data }: Hint): void {
  const error = { type: "RequestError", message: "As the table says", ...(data && { data }) };
  send(response, status, JSON.stringify({ errors: [error] }), headers);
}
