import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createIamClient, deleteUsers, listUsers } from "@segment-iam/client";
import { expect, it, onTestFinished } from "vitest";
import { startMockServer } from "./server.ts";

const bin = fileURLToPath(new URL("bin.ts", import.meta.url));

/** Runs the command. `output` grows while it runs; `exitCode` resolves when it ends. */
function run(...args: string[]) {
  return runWith({}, ...args);
}

function runWith(variables: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, ...variables } });
  onTestFinished(() => void child.kill("SIGKILL"));
  const running = {
    child,
    output: "",
    exitCode: new Promise<number | null>((resolve) => child.once("close", resolve)),
  };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (running.output += String(chunk)));
  return running;
}

/** Resolves to the URL that the command prints when it is ready. */
async function urlOf(command: ReturnType<typeof runWith>): Promise<string> {
  await expect.poll(() => command.output, { timeout: 5_000 }).toMatch(/^Mock server listening on /);
  return /http\S+/.exec(command.output)?.[0] ?? "";
}

it("serves until it receives SIGINT", async () => {
  const command = run("--port", "0", "--users", "3", "--token", "sgp_1");
  const url = await urlOf(command);
  expect(command.output).toContain("(3 users)");
  const statuses = ["sgp_1", "sgp_2"].map(async (token) => {
    const response = await fetch(`${url}/users`, { headers: { authorization: `Bearer ${token}` } });
    return response.status;
  });
  expect(await Promise.all(statuses)).toEqual([200, 401]);
  command.child.kill("SIGINT");
  expect(await command.exitCode).toBe(0);
});

it("saves the workspace on SIGTERM, and starts from the saved one", async () => {
  const directory = mkdtempSync(join(tmpdir(), "segment-iam-mock-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const variables = { SEGMENT_IAM_MOCK_PORT: "0", SEGMENT_IAM_MOCK_STATE: join(directory, "state.json") };
  const first = runWith(variables, "--users", "3");
  const iam = createIamClient({ token: "any", baseUrl: await urlOf(first) });
  const [, deleted, kept] = (await listUsers(iam)).users;
  await deleteUsers(iam, { userIds: [deleted?.id ?? ""] });
  first.child.kill("SIGTERM");
  expect(await first.exitCode).toBe(0);
  expect(first.output).toContain(`Saved the workspace to ${variables.SEGMENT_IAM_MOCK_STATE}`);
  const second = runWith(variables, "--users", "5");
  const restarted = createIamClient({ token: "any", baseUrl: await urlOf(second) });
  expect((await listUsers(restarted)).users.slice(1)).toEqual([kept]);
});

it("fails the share of requests given by --error-rate, and sends CORS headers with --cors", async () => {
  const url = await urlOf(run("--port", "0", "--users", "1", "--error-rate", "1", "--cors", "http://a.example"));
  const { status, headers } = await fetch(`${url}/users`, { headers: { authorization: "Bearer t" } });
  expect([status, headers.get("access-control-allow-origin")]).toEqual([503, "http://a.example"]);
});

it.each([
  ["a broken file", "{", /^segment-iam-mock: .*state\.json is not JSON: .*\n$/],
  ["another file", "[]", /^segment-iam-mock: .*state\.json is not a saved workspace: .*\n$/],
])("exits with 1 for %s as --state, and keeps the file", async (_, content, message) => {
  const directory = mkdtempSync(join(tmpdir(), "segment-iam-mock-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const file = join(directory, "state.json");
  writeFileSync(file, content);
  const command = run("--port", "0", "--state", file);
  expect(await command.exitCode).toBe(1);
  expect(command.output).toMatch(message);
  expect(readFileSync(file, "utf8")).toBe(content);
});

it("exits with 1 if the --state file cannot be written", async () => {
  const command = run("--port", "0", "--state", join(import.meta.filename, "state.json"));
  expect(await command.exitCode).toBe(1);
  expect(command.output).toMatch(/^segment-iam-mock: ENOTDIR.*\n$/);
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
