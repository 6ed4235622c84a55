import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { startMockServer } from "./server.ts";

const bin = fileURLToPath(new URL("bin.ts", import.meta.url));

/** Runs the command. `output` grows while it runs; `exitCode` resolves when it ends. */
function run(...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const running = {
    child,
    output: "",
    exitCode: new Promise<number | null>((resolve) => child.once("close", resolve)),
  };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (running.output += String(chunk)));
  return running;
}

it("serves until it receives SIGINT", async () => {
  const command = run("--port", "0", "--users", "3", "--token", "sgp_1");
  await expect.poll(() => command.output, { timeout: 5_000 }).toMatch(/listening on http\S+ \(3 users\)/);
  const url = /http\S+/.exec(command.output)?.[0];
  const statuses = ["sgp_1", "sgp_2"].map(async (token) => {
    const response = await fetch(`${url}/users`, { headers: { authorization: `Bearer ${token}` } });
    return response.status;
  });
  expect(await Promise.all(statuses)).toEqual([200, 401]);
  command.child.kill("SIGINT");
  expect(await command.exitCode).toBe(0);
});

it("prints its usage with --help", async () => {
  const command = run("--help");
  expect(await command.exitCode).toBe(0);
  expect(command.output).toContain("Usage: segment-iam-mock [options]");
});

it("exits with 2 for an invalid option", async () => {
  const command = run("--port", "many");
  expect(await command.exitCode).toBe(2);
  expect(command.output).toContain('segment-iam-mock: --port must be an integer from 0 to 65535, got "many". See');
});

it("exits with 1 if the port is in use", async () => {
  const server = await startMockServer();
  onTestFinished(() => server.close());
  const command = run("--port", new URL(server.url).port);
  expect(await command.exitCode).toBe(1);
  expect(command.output).toMatch(/address already in use .*\. Choose another port with --port\./);
});
