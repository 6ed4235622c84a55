import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An HTTP server on a free port of 127.0.0.1. `close` also closes its connections. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  /** The number of open connections. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

/** Handles one request. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

const KEEP_ALIVE_MS = 600_000;

/** Starts a server without timeouts, so a response can stall until the client times out. */
export async function serve(handler: RequestHandler): Promise<TestServer> {
  const server = createServer({ requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: KEEP_ALIVE_MS }, handler);
  server.on("connection", (socket) => socket.on("error", () => {}));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => new Promise((resolve) => server.getConnections((_, count) => resolve(count))),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Sends the URL of a server to the parent process, and exits when the parent exits. */
export function announce({ url }: Pick<TestServer, "url">): void {
  process.on("disconnect", () => process.exit());
  process.send?.(url);
}

/** Reads the body of a request as text. @throws when the client closes the connection before the end */
export async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  return body;
}
