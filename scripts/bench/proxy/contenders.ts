import { Agent, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getUser, listUsers } from "@segment-iam/client";
import { createIamProxy } from "@segment-iam/proxy";
import type { Load } from "../install-peers.ts";

/** The path of the proxies. */
export const BASE_PATH = "/api/iam";

const TOKEN = "sgp_benchmark_token";

/** A web-standard request handler. */
type FetchHandler = (request: Request) => Response | Promise<Response>;

/** A proxy that the benchmark measures. */
export interface Contender {
  readonly id: string;
  readonly name: string;
  /** Starts the proxy in front of the API at `target`. Returns its port. */
  readonly start: (target: string, load: Load) => Promise<number>;
}

/** The contenders. The targets compare the first with the second. */
export const CONTENDERS: readonly Contender[] = [
  {
    id: "segment-iam",
    name: "@segment-iam/proxy on @hono/node-server",
    start: (target, load) => serveOnHono(createProxy(target), load),
  },
  {
    id: "hono",
    name: "hono/proxy on @hono/node-server",
    async start(target, load) {
      const { Hono } = await load<HonoModule>("hono");
      const { proxy } = await load<HonoProxyModule>("hono/proxy");
      const app = new Hono();
      app.all(`${BASE_PATH}/*`, ({ req }) => {
        const { pathname, search } = new URL(req.url);
        const headers = { ...req.header(), authorization: `Bearer ${TOKEN}` };
        return proxy(`${target}${pathname.slice(BASE_PATH.length)}${search}`, { ...req, headers });
      });
      return serveOnHono(app.fetch, load);
    },
  },
  {
    id: "segment-iam-srvx",
    name: "@segment-iam/proxy on srvx",
    async start(target, load) {
      const { serve } = await load<SrvxModule>("srvx");
      const options = { port: 0, hostname: "127.0.0.1", silent: true, gracefulShutdown: false };
      const server = await serve({ fetch: createProxy(target), ...options }).ready();
      return Number(new URL(server.url).port);
    },
  },
  {
    id: "http-proxy",
    name: "http-proxy",
    async start(target, load) {
      const { createProxyServer } = (await load<{ default: HttpProxyModule }>("http-proxy")).default;
      const agent = new Agent({ keepAlive: true });
      const proxy = createProxyServer({ target, agent, headers: { authorization: `Bearer ${TOKEN}` } });
      const server = createServer((request, response) => {
        request.url = request.url?.slice(BASE_PATH.length) ?? "/";
        proxy.web(request, response, {}, () => response.writeHead(502).end());
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return (server.address() as AddressInfo).port;
    },
  },
];

/** Creates the proxy with all its checks, retries and rate limits. */
function createProxy(target: string): FetchHandler {
  return createIamProxy({
    token: TOKEN,
    allow: [listUsers, getUser],
    authorize: async (request) => ({ actor: request.headers.get("cookie") ?? "" }),
    onAudit: () => {},
    baseUrl: target,
    // Only the run with faults reaches this limit.
    timeoutMs: 1_000,
  });
}

async function serveOnHono(fetch: FetchHandler, load: Load): Promise<number> {
  const { serve } = await load<HonoServerModule>("@hono/node-server");
  const options = { fetch, port: 0, hostname: "127.0.0.1" };
  return new Promise((resolve) => serve(options, ({ port }) => resolve(port)));
}

interface HonoModule {
  readonly Hono: new () => {
    readonly fetch: FetchHandler;
    all(path: string, handler: (context: { req: HonoRequest }) => Response | Promise<Response>): void;
  };
}

interface HonoRequest {
  readonly url: string;
  header(): Record<string, string>;
}

interface HonoProxyModule {
  proxy(url: string, init: object): Promise<Response>;
}

interface HonoServerModule {
  serve(options: object, listening: (address: AddressInfo) => void): void;
}

interface SrvxModule {
  serve(options: object): { ready(): Promise<{ readonly url: string }> };
}

interface HttpProxyModule {
  createProxyServer(options: object): {
    web(request: IncomingMessage, response: ServerResponse, options: object, failed: (error: Error) => void): void;
  };
}
