import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import type { TestContext } from "vitest";

/** A TCP proxy with a variable delay. */
export interface DelayProxy {
  readonly port: number;
  /** The delay in each direction, in milliseconds. A change applies to data that arrives afterwards. */
  delayMs: number;
}

/** Starts a proxy to a Unix socket. It is closed when the test ends. */
export async function startDelayProxy(
  path: string,
  { onTestFinished }: Pick<TestContext, "onTestFinished">,
): Promise<DelayProxy> {
  const sockets = new Set<Socket>();
  const proxy = { port: 0, delayMs: 0 };

  /** Forwards data in order, after the delay. */
  function forward(from: Socket, to: Socket): void {
    sockets.add(from);
    let previous = Promise.resolve();
    from.on("data", (chunk) => {
      const arrival = new Promise((resolve) => void setTimeout(resolve, proxy.delayMs));
      previous = previous.then(() => arrival).then(() => void to.write(chunk));
    });
    from.on("error", () => {});
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  const server = createServer((incoming) => {
    const outgoing = connect(path);
    forward(incoming, outgoing);
    forward(outgoing, incoming);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxy.port = (server.address() as AddressInfo).port;
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return proxy;
}
