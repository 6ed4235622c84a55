import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REPOSITORY } from "../repository.ts";

/**
 * Measures `start` and `test`, twice each, in a fresh clone with an empty home directory. Prints the durations in seconds.
 *
 * The measurement of `start` ends when it prints its URL.
 */
const directory = mkdtempSync(join(tmpdir(), "fresh-clone-"));
const clone = join(directory, "clone");
// Removes this workspace's tools and the variables of its package manager, as on a new machine.
const path = (process.env["PATH"] ?? "").split(":").filter((entry) => !entry.includes("node_modules"));
const inherited = Object.entries(process.env).filter(([name]) => !/^(npm|pnpm|turbo)_/i.test(name));
const home = join(directory, "home");
const env = { ...Object.fromEntries(inherited), PATH: path.join(":"), HOME: home, CI: "true", PORT: "0" };

async function measure(work: () => Promise<string>): Promise<{ seconds: number; result: string }> {
  const before = performance.now();
  const result = await work();
  return { seconds: Math.round((performance.now() - before) / 100) / 10, result };
}

/**
 * Runs a script.
 *
 * With `until`, interrupts the script at the first match in its output and resolves with the match. Otherwise resolves with the test
 * counts.
 */
function run(script: string, until?: RegExp): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const child = spawn("npx", ["-y", "pnpm@12", script], {
    cwd: clone,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  let found: string | undefined;
  const read = (chunk: Buffer) => {
    output += chunk;
    const match = found === undefined && until?.exec(output);
    if (!match) return;
    found = match[0];
    // Signals the process group, as Ctrl-C in a terminal does.
    if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
  };
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  child.on("close", (code) => {
    if (found !== undefined) resolve(found);
    else if (code === 0)
      resolve(
        output
          .trim()
          .split("\n")
          .findLast((line) => / passed, /.test(line)) ?? "",
      );
    else reject(new Error(`${script} exited with code ${code}:\n${output.slice(-8_000)}`));
  });
  return promise;
}

try {
  execFileSync("git", ["clone", "--quiet", REPOSITORY, clone]);
  mkdirSync(home);
  const url = /http:\/\/localhost:\d+/;
  const cold = await measure(() => run("start", url));
  console.table([
    { command: "start", run: "cold, with install", ...cold },
    { command: "start", run: "repeated", ...(await measure(() => run("start", url))) },
    { command: "test", run: "cold, installed", ...(await measure(() => run("test"))) },
    { command: "test", run: "repeated", ...(await measure(() => run("test"))) },
  ]);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
