import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Runs `start` and `test` twice each in a fresh clone with an empty home directory, and prints how long they took. `start` is
 * measured until it prints its URL.
 */
const root = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "fresh-clone-"));
const clone = join(folder, "clone");
// A new machine has neither this workspace's tools on its path nor the variables of its package manager.
const path = (process.env["PATH"] ?? "").split(":").filter((place) => !place.includes("node_modules"));
const inherited = Object.entries(process.env).filter(([name]) => !/^(npm|pnpm|turbo)_/i.test(name));
const home = join(folder, "home");
const env = { ...Object.fromEntries(inherited), PATH: path.join(":"), HOME: home, CI: "true", PORT: "0" };

async function seconds(work: () => Promise<string>): Promise<{ seconds: number; result: string }> {
  const before = performance.now();
  const result = await work();
  return { seconds: Math.round((performance.now() - before) / 100) / 10, result };
}

/** Runs a script. Resolves with the first match of `until`, after which it ends the script, or with the test counts. */
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
    // As a terminal's Ctrl-C does: to the whole group.
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
    else reject(new Error(`${script} ended with ${code}:\n${output.slice(-8_000)}`));
  });
  return promise;
}

try {
  execFileSync("git", ["clone", "--quiet", root, clone]);
  mkdirSync(home);
  const url = /http:\/\/localhost:\d+/;
  const cold = await seconds(() => run("start", url));
  console.table([
    { command: "start", run: "cold, with install", ...cold },
    { command: "start", run: "again", ...(await seconds(() => run("start", url))) },
    { command: "test", run: "cold, installed", ...(await seconds(() => run("test"))) },
    { command: "test", run: "again", ...(await seconds(() => run("test"))) },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
