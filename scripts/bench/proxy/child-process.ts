import { fork } from "node:child_process";
import { join } from "node:path";
import { receiveMessage } from "../receive-message.ts";

/** The resources that a server process has used. */
interface Usage {
  readonly rssBytes: number;
  /** The used heap after a garbage collection. */
  readonly heapBytes: number;
  /** The processor time since the start, in microseconds. */
  readonly cpuMicroseconds: number;
}

/** A server in a separate process. */
export interface ServerProcess {
  readonly port: number;
  usage(): Promise<Usage>;
  stop(): void;
}

/** Starts a server that calls `serveUsage`. */
export async function startServerProcess(file: string, ...args: readonly string[]): Promise<ServerProcess> {
  const child = fork(join(import.meta.dirname, file), args, { execArgv: ["--expose-gc"] });
  return {
    port: await receiveMessage(child),
    usage() {
      child.send("usage");
      return receiveMessage<Usage>(child);
    },
    stop: () => void child.kill("SIGKILL"),
  };
}

/** Sends the port of the server to the parent process, and responds to its requests for the usage. */
export function serveUsage(port: number): void {
  process.on("message", () => {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    const usage: Usage = { rssBytes: rss, heapBytes: heapUsed, cpuMicroseconds: user + system };
    process.send?.(usage);
  });
  process.on("disconnect", () => process.exit());
  process.send?.(port);
}
