import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

/** Runs main.ts and collects its output. */
function runMain(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], { env: { ...env } });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (output.stderr += text));
  return { child, output, exit: once(child, "close") };
}

it.each(["SIGINT", "SIGTERM"] as const)("prints the URL and exits with 0 on %s", async (signal) => {
  const { child, output, exit } = runMain({ PORT: "0" });
  await once(child.stdout, "data");
  expect(output.stdout).toMatch(/^segment-iam console: http:\/\/localhost:\d+ \(mock workspace of 1,000 users\)\n$/);
  const url = /http:\S+/.exec(output.stdout)?.[0] ?? "";
  // A keep-alive connection must not delay the exit.
  expect((await fetch(`${url}/api/iam/users?pagination.count=1`)).status).toBe(200);
  child.kill(signal);
  expect(await exit).toEqual([0, null]);
  expect(output.stderr).toBe("");
});

it.each([
  ["a malformed token", { SEGMENT_TOKEN: "sgp_very secret" }, "SEGMENT_TOKEN: "],
  ["an unknown region", { SEGMENT_TOKEN: "sgp_secret", SEGMENT_REGION: "mars" }, "SEGMENT_REGION"],
  ["an invalid port", { PORT: "many" }, "PORT"],
])("prints an error for %s and exits with 1", async (_, env, message) => {
  const { output, exit } = runMain(env);
  expect(await exit).toEqual([1, null]);
  expect(output.stdout).toBe("");
  expect(output.stderr).toMatch(new RegExp(`^${message}[^\n]+\n$`));
  expect(output.stderr).not.toContain("secret");
});
