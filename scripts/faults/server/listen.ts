import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** Lets a page of another origin read an answer and its headers. */
export const crossOrigin = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

/** A server of this machine's. */
export interface Listening {
  readonly origin: string;
  close(): Promise<void>;
}

/** Listens on a free local port. */
export async function listen(handle: RequestListener): Promise<Listening> {
  // No limit of its own may end a stall before the client does.
  const server = createServer({ requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 60_000 }, handle);
  server.on("connection", (socket) => socket.on("error", () => {}).setNoDelay(true));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
