import { serve, type Server } from "srvx";
import type { RequestHandler } from "./create-console-handler.ts";

/** The first port that is tried when none is asked for. */
export const FIRST_PORT = 4_300;
/** How many ports are tried from there on. */
const PORTS_TO_TRY = 100;

/**
 * Serves a handler on this machine's loopback address only.
 *
 * A port that is asked for is the only one tried (`0` gives any free one); without it, the first free one from 4300.
 *
 * @throws when the port is taken, with what to do about it.
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
      if (!isTaken(error)) throw error;
    }
  }
  const range = port === undefined ? `Ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TO_TRY - 1} are` : `Port ${port} is`;
  throw new Error(`${range} taken; end what listens there, or set PORT to a free one`);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
