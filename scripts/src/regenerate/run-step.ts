import { spawn } from "node:child_process";

/** The result of one step of a variant. */
export interface StepResult {
  succeeded: boolean;
  /** The standard output and the standard error. */
  output: string;
  seconds: number;
}

/** Runs a command in a directory. Its variables are those of a new terminal, without the variables of package managers and turbo. */
export function runStep(command: string, args: readonly string[], directory: string): Promise<StepResult> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_(package|lifecycle)|turbo)_/i.test(name));
  const env = { ...Object.fromEntries(inherited), CI: "true", TURBO_TELEMETRY_DISABLED: "1" };
  const { promise, resolve, reject } = Promise.withResolvers<StepResult>();
  const startMs = performance.now();
  const child = spawn(command, args, { cwd: directory, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => (output += chunk));
  }
  child.on("error", reject);
  child.on("close", (code) => {
    const seconds = Math.round((performance.now() - startMs) / 100) / 10;
    resolve({ succeeded: code === 0, output, seconds });
  });
  return promise;
}
