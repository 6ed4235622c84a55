import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import type { TestContext } from "vitest";

/** A way over TCP to a socket, which can be made long. */
export interface DelayProxy {
  readonly port: number;
  /** How long everything takes in each direction from now on, in milliseconds. */
  delayMs: number;
}

/** Opens a way to a Unix socket for the length of one test. */
export async function startDelayProxy(
  path: string,
  { onTestFinished }: Pick<TestContext, "onTestFinished">,
): Promise<DelayProxy> {
  const sockets = new Set<Socket>();
  const way = { port: 0, delayMs: 0 };

  /** Hands on what comes, late and in order. */
  function pass(from: Socket, to: Socket): void {
    sockets.add(from);
    let before = Promise.resolve();
    from.on("data", (chunk) => {
      const arrival = new Promise((resolve) => void setTimeout(resolve, way.delayMs));
      before = before.then(() => arrival).then(() => void to.write(chunk));
    });
    from.on("error", () => {});
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  const server = createServer((near) => {
    const far = connect(path);
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  way.port = (server.address() as AddressInfo).port;
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return way;
}
