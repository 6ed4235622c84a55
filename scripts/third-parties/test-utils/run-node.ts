import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { environment } from "../../apps/test-utils/install-app.ts";

/** Runs a Node.js program and returns its standard output. @throws with the output if it fails. */
export async function runNode(args: readonly string[], cwd: string, input = ""): Promise<string> {
  const run = promisify(execFile)(process.execPath, args, { cwd, env: environment(), maxBuffer: 2 ** 24 });
  run.child.stdin?.end(input);
  const { stdout } = await run.catch((error: Error & { stdout: string }) => {
    throw new Error(`${args.join(" ")} failed:\n${error.message}\n${error.stdout}`, { cause: error });
  });
  return stdout;
}
