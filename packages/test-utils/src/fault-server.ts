import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { httpFaults, later, type FaultTarget, type HttpFault } from "./http-faults.ts";
import { readBody, serve, type TestServer } from "./serve.ts";

/** A request that has arrived in full. */
export interface FaultRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** Whether its connection has already served a request. */
  readonly isOnKeptConnection: boolean;
}

/** A correct response. */
export interface CorrectReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A fault in place of a correct response with this status and body. */
export interface FaultReply extends Partial<Pick<FaultTarget, "redirectOrigin" | "onHeadersRead">> {
  readonly fault: HttpFault;
  readonly status: number;
  readonly body: string;
}

/** A server whose responses come from a script. */
export interface FaultServer extends TestServer {
  /** Waits up to `graceMs` for connections with a fault to close. Returns how many are still open. */
  openAfterFaults(graceMs: number): Promise<number>;
}

/** Starts a server. `script` returns the reply to each request: a correct response or a fault. */
export async function startFaultServer(
  script: (request: FaultRequest) => CorrectReply | FaultReply | Promise<CorrectReply | FaultReply>,
): Promise<FaultServer> {
  const served = new WeakSet<Socket>();
  const closing = new Set<Promise<void>>();

  const server = await serve(async (request, response) => {
    const { method = "", url = "", headers, socket } = request;
    const isOnKeptConnection = served.has(socket);
    served.add(socket);
    let body: string;
    try {
      body = await readBody(request);
    } catch {
      return; // The client closed the connection.
    }
    const reply = await script({ method, url, headers, body, isOnKeptConnection });
    if (!("fault" in reply)) {
      const contentLength = { "content-length": Buffer.byteLength(reply.body) };
      response
        .writeHead(reply.status, { ...(reply.status !== 204 && contentLength), ...reply.headers })
        .end(reply.body);
      return;
    }
    const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    closing.add(closed);
    void closed.then(() => closing.delete(closed));
    const { redirectOrigin = "", onHeadersRead = (action) => (later(socket, action), "") } = reply;
    httpFaults[reply.fault]({ socket, status: reply.status, body: reply.body, redirectOrigin, onHeadersRead });
  });

  return {
    ...server,
    async openAfterFaults(graceMs) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.all(closing), grace]);
      clearTimeout(timer);
      return closing.size;
    },
  };
}
