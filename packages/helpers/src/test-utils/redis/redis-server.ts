import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "vitest";

/** A redis-server process without persistence. */
export interface RedisServer {
  /** The path of its Unix socket. Unlike a port, it is still free when the server restarts. */
  readonly path: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Suspends the process: connections stay open, and no command gets a reply. */
  pause(): void;
  resume(): void;
  /** Runs a command on a separate connection, and resolves to the raw reply. */
  command(line: string): Promise<string>;
}

/** Starts a Redis server that is stopped when the test ends. */
export async function startRedis({ onTestFinished }: Pick<TestContext, "onTestFinished">): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), "redis-"));
  const path = join(folder, "socket");
  const settings = ["--port", "0", "--unixsocket", path, "--dir", folder, "--save", "", "--appendonly", "no"];
  let child: ChildProcess | undefined;

  const server: RedisServer = {
    path,
    async start() {
      const started = spawn("redis-server", settings, { stdio: ["ignore", "pipe", "ignore"] });
      child = started;
      await new Promise<void>((resolve, reject) => {
        let output = "";
        started.stdout.on("data", (chunk) => {
          output += String(chunk);
          if (/ready to accept connections/i.test(output)) resolve();
        });
        started.once("error", reject);
        started.once("exit", () => reject(new Error(`redis-server exited: ${output}`)));
      });
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
    pause: () => void child?.kill("SIGSTOP"),
    resume: () => void child?.kill("SIGCONT"),
    async command(line) {
      const socket = connect(path).end(`${line}\r\n`);
      const [reply] = await once(socket, "data");
      return String(reply).trim();
    },
  };
  onTestFinished(async () => {
    await server.kill();
    await rm(folder, { recursive: true });
  });
  await server.start();
  return server;
}
