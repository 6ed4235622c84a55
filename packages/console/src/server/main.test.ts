import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

interface Run {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** The body of a `fetch` that replaces the network. */
  readonly fetch?: string;
}

/** Runs main.ts and collects its output. */
function runMain({ env = {}, args = [], fetch }: Run) {
  const preload = `data:text/javascript,globalThis.fetch = async () => { ${encodeURIComponent(fetch ?? "")} };`;
  const nodeOptions = fetch === undefined ? [] : ["--import", preload];
  const child = spawn(process.execPath, [...nodeOptions, join(import.meta.dirname, "main.ts"), ...args], {
    env: { ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (output.stderr += text));
  const started = new Promise<void>((resolve) => {
    child.stdout.on("data", () => output.stdout.includes("Ctrl-C") && resolve());
  });
  return { child, output, started, exit: once(child, "close") };
}

it.each(["SIGINT", "SIGTERM"] as const)("prints the URL and the workspace, and exits with 0 on %s", async (signal) => {
  const { child, output, started, exit } = runMain({ env: { PORT: "0" }, args: ["--users", "3"] });
  await started;
  expect(output.stdout.trim().split("\n")).toEqual([
    expect.stringMatching(/^Console: +http:\/\/localhost:\d+$/),
    expect.stringMatching(/^Workspace: +the mock workspace of 3 users\. Changes are lost on restart\.$/),
    expect.stringMatching(/^Stop: +Ctrl-C$/),
  ]);
  const url = /http:\S+/.exec(output.stdout)?.[0] ?? "";
  // A keep-alive connection must not delay the exit.
  expect((await fetch(`${url}/api/iam/users?pagination.count=1`)).status).toBe(200);
  child.kill(signal);
  expect(await exit).toEqual([0, null]);
  expect(output.stderr).toBe("");
});

it.each([
  ["a malformed token", { env: { SEGMENT_TOKEN: "sgp_very secret" } }, "SEGMENT_TOKEN"],
  ["an unknown region", { env: { SEGMENT_TOKEN: "sgp_secret", SEGMENT_REGION: "mars" } }, "SEGMENT_REGION"],
  ["an invalid port", { env: { PORT: "many" } }, "PORT"],
  ["an unknown option", { args: ["--user"] }, "Unknown option '--user'"],
])("prints an error for %s and exits with 2", async (_, run, message) => {
  const { output, exit } = runMain(run);
  expect(await exit).toEqual([2, null]);
  expect(output.stdout).toBe("");
  expect(output.stderr).toMatch(new RegExp(`^${message}[^\n]*\n$`));
  expect(output.stderr).not.toContain("secret");
});

it("exits with 1 if the API rejects the token", async () => {
  const { output, exit } = runMain({
    env: { SEGMENT_TOKEN: "sgp_secret", PORT: "0" },
    fetch: `return Response.json({ errors: [{ type: "unauthorized" }] }, { status: 401 });`,
  });
  expect(await exit).toEqual([1, null]);
  expect(output.stdout).toBe("Verifying SEGMENT_TOKEN\n");
  expect(output.stderr).toMatch(/^SEGMENT_TOKEN was rejected \(401\)[^\n]+\n$/);
});

it("starts with a warning if Segment cannot be reached", async () => {
  const { child, output, started, exit } = runMain({
    env: { SEGMENT_TOKEN: "sgp_secret", PORT: "0" },
    fetch: `throw new TypeError("fetch failed");`,
  });
  await started;
  child.kill("SIGTERM");
  await exit;
  expect(output.stderr).toMatch(/^Warning: Segment cannot be reached[^\n]+\n$/);
  expect(output.stdout).toContain("the live workspace (region us), ID unknown. Changes take effect immediately.");
});
