import { spawn } from "node:child_process";
import { once } from "node:events";

/** A running Node.js program with a server. */
export interface RunningProgram {
  readonly url: string;
  /** Returns the output since the start. */
  readonly output: () => string;
  /** Stops the server. Resolves when it has ended. */
  readonly stop: () => Promise<void>;
}

/** Starts a Node.js program, and waits until it prints its URL. @throws {Error} with its output if it exits first */
export function startProgram(program: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<RunningProgram> {
  const { promise, resolve, reject } = Promise.withResolvers<RunningProgram>();
  const child = spawn(process.execPath, program, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close");
  const stop = async () => {
    child.kill();
    await ended;
  };
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
      const [url] = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(text) ?? [];
      if (url !== undefined) resolve({ url, stop, output: () => text });
    });
  }
  ended.then(([code]) => reject(new Error(`${program.join(" ")} exited with code ${code}:\n${text}`)), reject);
  return promise;
}
