import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { operations } from "../operations.ts";
import { pathOf, type Cell, type OperationName, type Plan, type Report } from "../plan.ts";
import { table } from "../table.ts";
import { hints, type Hint } from "./hints.ts";
import { misbehaviours, type Victim } from "./misbehave.ts";

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
export interface FaultServer {
  /** Where the calls go. */
  readonly origins: readonly string[];
  /** Where the runtime finds its plan, and files for it. */
  readonly home: string;
  readonly report: Promise<Report>;
  /** What reached the other origin, which nothing must. */
  readonly strays: readonly string[];
  arrivalsOf(cell: Cell): readonly Arrival[];
  close(): Promise<void>;
}

const LANES = 6;
const crossOrigin = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

/** Starts the server on free local ports. `files` are what its home serves to a browser: content by path. */
export async function startFaultServer(
  plan: Omit<Plan, "origins">,
  files: Readonly<Record<string, { readonly type: string; readonly content: string }>> = {},
): Promise<FaultServer> {
  const log = new Map<string, Arrival[]>();
  const strays: string[] = [];
  const reported = Promise.withResolvers<Report>();
  const servers: Server[] = [];

  async function listen(handle: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<string> {
    // No limit of its own may end a stall before the client does.
    const server = createServer({ requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 60_000 }, handle);
    server.on("connection", (socket) => socket.on("error", () => {}).setNoDelay(true));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    servers.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const elsewhere = await listen((request, response) => {
    strays.push(`${request.method} ${request.url} ${request.headers.authorization ?? "without token"}`);
    response.writeHead(200, crossOrigin).end('{"data":{"stolen":true}}');
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "", socket } = request;
    const [, place, row = "", lasts, operation] = url.split("?")[0]?.split("/") ?? [];
    const isKept = row.startsWith("kept-");
    const onKeptConnection = served.has(socket);
    served.add(socket);
    if (method === "OPTIONS") {
      // A connection that closes here cannot be mistaken for one in use, which browsers treat differently.
      const allowed = { "access-control-allow-headers": "*, authorization", "access-control-allow-methods": "*" };
      response
        .writeHead(204, { ...crossOrigin, ...allowed, "access-control-max-age": "600", ...(!isKept && closing) })
        .end();
      return;
    }
    if (place !== "cells") return void response.writeHead(200, crossOrigin).end("warm");
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const key = `/cells/${row}/${lasts}/${operation}`;
    const arrivals = log.get(key) ?? [];
    log.set(key, arrivals);
    const facts = operations[operation as OperationName];
    const misbehave = Reflect.get(misbehaviours, row) as ((victim: Victim) => void) | undefined;
    const isWrite = facts.kind !== "read";
    const { carriesOut = true, answers } = table[row] ?? {};
    // Refusals never come here: what does arrive is answered well.
    const isFault = (misbehave !== undefined || answers !== undefined) && (lasts === "always" || arrivals.length < 2);
    const carriedOut = isWrite && (isFault ? lasts === "always" && carriesOut : true);
    arrivals.push({ method, url: url.slice(key.length), body, carriedOut, onKeptConnection });
    const text = JSON.stringify({ data: facts.data });
    if (!isFault) send(response, facts.status, text);
    else if (answers) sendHinted(response, answers.status, hints[answers.hint]);
    else misbehave?.({ socket, status: facts.status, body: text, elsewhere });
  }

  const served = new WeakSet<object>();
  const origins: string[] = [];
  for (let lane = 0; lane < LANES; lane += 1) {
    origins.push(await listen((request, response) => answer(request, response).catch(() => request.socket.destroy())));
  }

  const home = await listen(async (request, response) => {
    const { url = "" } = request;
    const file = files[url];
    if (file) return response.writeHead(200, { "content-type": file.type }).end(file.content);
    if (url === "/plan") return response.writeHead(200, crossOrigin).end(JSON.stringify({ ...plan, origins }));
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    if (url === "/report") reported.resolve(JSON.parse(body));
    return response.writeHead(url === "/report" ? 200 : 404, crossOrigin).end();
  });

  return {
    origins,
    home,
    report: reported.promise,
    strays,
    arrivalsOf: (cell) => log.get(pathOf(cell)) ?? [],
    close: async () => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

const closing = { connection: "close" };

function send(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  const type = { "content-type": "application/vnd.segment.v1+json" };
  response.writeHead(status, { ...crossOrigin, ...closing, ...type, ...headers }).end(text);
}

function sendHinted(response: ServerResponse, status: number, { headers, data }: Hint): void {
  const error = { type: "RequestError", message: "As the table says", ...(data && { data }) };
  send(response, status, JSON.stringify({ errors: [error] }), headers);
}
