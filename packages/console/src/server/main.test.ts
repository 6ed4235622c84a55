import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

/** Starts the command, and collects what it prints. */
function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], { env: { ...env } });
  onTestFinished(() => void child.kill("SIGKILL"));
  const printed = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (printed.out += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (printed.err += text));
  return { child, printed, exit: once(child, "close") };
}

it.each(["SIGINT", "SIGTERM"] as const)("prints one line with the address, and ends well on %s", async (signal) => {
  const { child, printed, exit } = start({ PORT: "0" });
  await once(child.stdout, "data");
  expect(printed.out).toMatch(/^segment-iam console: http:\/\/localhost:\d+ \(mock workspace of 1,000 users\)\n$/);
  const url = /http:\S+/.exec(printed.out)?.[0] ?? "";
  // A connection that is kept alive must not hold it up.
  expect((await fetch(`${url}/api/iam/users?pagination.count=1`)).status).toBe(200);
  child.kill(signal);
  expect(await exit).toEqual([0, null]);
  expect(printed.err).toBe("");
});

it.each([
  ["a malformed token", { SEGMENT_TOKEN: "sgp_very secret" }, "SEGMENT_TOKEN: "],
  ["an unknown region", { SEGMENT_TOKEN: "sgp_secret", SEGMENT_REGION: "mars" }, "SEGMENT_REGION"],
  ["an impossible port", { PORT: "many" }, "PORT"],
])("explains %s and ends with 1", async (_, env, message) => {
  const { printed, exit } = start(env);
  expect(await exit).toEqual([1, null]);
  expect(printed.out).toBe("");
  expect(printed.err).toMatch(new RegExp(`^${message}[^\n]+\n$`));
  expect(printed.err).not.toContain("secret");
});
