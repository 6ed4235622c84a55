import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Server as NetServer } from "node:net";
import { inspect } from "node:util";
import { createMockWorkspace, type MockWorkspace } from "@segment-iam/msw/workspace";
import { serve } from "srvx";
import { toNodeHandler } from "srvx/node";
import { createIamProxy } from "../create-iam-proxy.ts";
import { defaultOptions, TOKEN, type SetUpOptions } from "./set-up.ts";

/** A request that reached the API. */
export interface ReceivedRequest {
  readonly method: string;
  /** The target as it was sent, such as `/users?pagination.count=1`. */
  readonly target: string;
  /** The header lines, with names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Options of {@link startTarget}. */
export interface TargetOptions extends SetUpOptions {
  /** Handles the requests to the API. `mock` is the listener of the mock workspace. @default `mock` */
  readonly api?: (request: IncomingMessage, response: ServerResponse, mock: RequestListener) => void;
}

/** An HTTP server with the proxy, and an HTTP server that records what reaches the API. */
export interface Target {
  readonly port: number;
  /** The HTTP server in front of the proxy. */
  readonly server: Server;
  readonly apiPort: number;
  readonly workspace: MockWorkspace;
  /** The requests that reached the API. */
  readonly received: ReceivedRequest[];
  /** The parser errors of the API's server, one for each malformed request of the proxy. */
  readonly malformed: string[];
  /** Everything that `onError` and `onAudit` received, as text. */
  readonly logged: string[];
  stop(): Promise<void>;
}

/** Starts a proxy in front of an API. The caller must stop it. */
export async function startTarget({ workspace: contents, api, ...options }: TargetOptions = {}): Promise<Target> {
  const workspace = createMockWorkspace({ users: 5, token: TOKEN, limits: false, ...contents });
  const received: ReceivedRequest[] = [];
  const malformed: string[] = [];
  const logged: string[] = [];
  const mock = toNodeHandler((request) => workspace.fetch(request)) as RequestListener;
  const apiServer = createServer((request, response) => {
    const { method = "", url: target = "", rawHeaders } = request;
    received.push({ method, target, headers: pairsOf(rawHeaders) });
    if (api) api(request, response, mock);
    else mock(request, response);
  });
  apiServer.on("clientError", ({ message, code }: NodeJS.ErrnoException, socket) => {
    // HPE_INVALID_EOF_STATE is not a malformed request: the caller aborted, so the proxy closed the connection to the API.
    if (code?.startsWith("HPE_") && code !== "HPE_INVALID_EOF_STATE") malformed.push(message);
    socket.destroy();
  });
  const apiPort = await listen(apiServer);
  const proxy = createIamProxy({
    ...defaultOptions,
    baseUrl: `http://127.0.0.1:${apiPort}`,
    onError: (error) => void logged.push(textOf(error)),
    onAudit: (event) => void logged.push(JSON.stringify(event)),
    ...options,
  });
  const front = serve({ fetch: proxy, port: 0, hostname: "127.0.0.1", silent: true, gracefulShutdown: false });
  await front.ready();
  const server = front.node?.server as Server;
  // Otherwise, Node.js drops the pending responses of a caller that has sent FIN.
  Object.assign(server, { httpAllowHalfOpen: true });
  return {
    port: portOf(server),
    server,
    apiPort,
    workspace,
    received,
    malformed,
    logged,
    async stop() {
      await front.close(true);
      apiServer.closeAllConnections();
      await new Promise((resolve) => apiServer.close(resolve));
    },
  };
}

/** Starts a server on a free local port and returns the port. */
export async function listen(server: NetServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return portOf(server);
}

function portOf(server: NetServer): number {
  return (server.address() as AddressInfo).port;
}

function pairsOf(rawHeaders: readonly string[]): [string, string][] {
  return rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ""]] : [],
  );
}

/** Returns everything that a logger could print for an error. */
function textOf(error: unknown): string {
  return `${inspect(error, { depth: 10, showHidden: true })} ${String(error)} ${JSON.stringify(error)}`;
}
