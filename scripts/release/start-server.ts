import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

/** A running server. */
export interface Server {
  readonly url: string;
  /** Stops the server. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** Starts a Node.js program, and waits until it prints its URL. @throws {Error} with its output if it exits first */
export function startServer(program: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Server> {
  const { promise, resolve, reject } = Promise.withResolvers<Server>();
  const child = spawn(process.execPath, program, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close");
  const stop = async () => {
    child.kill();
    await ended;
  };
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
      const [url] = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(output) ?? [];
      if (url !== undefined) resolve({ url, [Symbol.asyncDispose]: stop });
    });
  }
  child.once("error", reject);
  child.once("close", () => reject(new Error(`${program.join(" ")} exited:\n${output}`)));
  return promise;
}

/** Returns a port on which no server listens. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
