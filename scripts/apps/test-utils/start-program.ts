import { spawn } from "node:child_process";
import { environment } from "./install-app.ts";

/** A running server. */
export interface RunningProgram {
  /** The URL of the server. */
  readonly url: string;
  /** Returns the output since the start. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts a Node.js program and waits until it prints its URL. @throws with the output of the program if it exits first. */
export function startProgram(
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<RunningProgram> {
  const { promise, resolve, reject } = Promise.withResolvers<RunningProgram>();
  const env = { ...environment(), ...variables };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = () => {
    child.kill();
    return ended;
  };
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
      const [url] = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(text) ?? [];
      if (url !== undefined) resolve({ url, stop, output: () => text });
    });
  }
  child.once("error", reject);
  child.once("close", (code) => reject(new Error(`${args.join(" ")} ended with ${code}:\n${text}`)));
  return promise;
}
