import { serve, type Server } from "srvx";
import type { RequestHandler } from "./create-console-handler.ts";

/** The first port to try. */
export const FIRST_PORT = 4_300;
const PORTS_TO_TRY = 100;

/**
 * Listens on a loopback address.
 *
 * @param port `0` selects a free port. @default the first free port from 4300
 * @throws {Error} if the port is in use
 */
export async function listen(handler: RequestHandler, port?: number): Promise<Server> {
  const ports = port === undefined ? Array.from({ length: PORTS_TO_TRY }, (_, index) => FIRST_PORT + index) : [port];
  for (const candidate of ports) {
    try {
      const server = serve({
        fetch: handler,
        port: candidate,
        hostname: "127.0.0.1",
        manual: true,
        silent: true,
        gracefulShutdown: false,
      });
      await server.serve();
      return server;
    } catch (error) {
      if (!isPortInUse(error)) throw error;
    }
  }
  const range = port === undefined ? `Ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TO_TRY - 1} are` : `Port ${port} is`;
  throw new Error(`${range} in use. Set PORT to a free port.`);
}

function isPortInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
