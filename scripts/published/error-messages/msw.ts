import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createMockWorkspace } from "@segment-iam/msw/workspace";
import { expect } from "vitest";
import type { ErrorCase } from "./error-case.ts";

const bin = fileURLToPath(new URL("bin.js", import.meta.resolve("@segment-iam/msw/workspace")));

/** Runs `segment-iam-mock`, and resolves to its exit code and its error output. */
function runBin(...args: readonly string[]): Promise<unknown> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [bin, ...args], (_error, _stdout, stderr) =>
      resolve({ exitCode: child.exitCode, stderr: stderr.trim() }),
    );
  });
}

/** Sends a request to a mock workspace. */
function send(method: string, path: string, init: RequestInit = {}): Promise<Response> {
  const workspace = createMockWorkspace({ users: 2, token: "sgp_token", maxUrlBytes: 200, maxBodyBytes: 200 });
  const headers = { authorization: "Bearer sgp_token", "content-type": "application/json" };
  return workspace.fetch(`https://api.segmentapis.com${path}`, { method, headers, ...init });
}

const usageError = (message: string) => ({
  exitCode: 2,
  stderr: `segment-iam-mock: ${message}. See segment-iam-mock --help.`,
});
const error = (status: number, type: string, message: string) => ({ status, type, message });
const invalidInput = (field: string, message: string) => ({ status: 422, type: "input-validation", message, field });
const notFound = (field: string, message: string) => ({ status: 404, type: "not-found", message, field });

/** The messages of `@segment-iam/msw`: the program `segment-iam-mock`, the workspace, and the responses of its API. */
export const mswErrors: readonly ErrorCase[] = [
  [
    "an unknown option of the program",
    () => runBin("--prot", "1"),
    usageError(
      "Unknown option '--prot'; the options are --port, --host, --users, --seed, --latency-ms, --error-rate, --token, --state, --cors, --help",
    ),
  ],
  [
    "an invalid port",
    () => runBin("--port", "99999"),
    usageError('--port must be an integer from 0 to 65535, got "99999"'),
  ],
  ["an empty token", () => runBin("--token", ""), usageError("--token must not be empty; omit it to accept any token")],
  [
    "an invalid origin",
    () => runBin("--cors", "localhost:5173"),
    usageError('--cors must be an origin such as http://localhost:5173, or *, got "localhost:5173"'),
  ],
  [
    "an invalid latency",
    () => runBin("--latency-ms", "fast"),
    usageError('--latency-ms must be an integer from 0 to 600000, or a range such as 50-200, got "fast"'),
  ],
  [
    "a state file that is not JSON",
    () => runBin("--state", bin),
    { exitCode: 1, stderr: expect.stringMatching(/^segment-iam-mock: \S+bin\.js is not JSON: [^\n]+$/) },
  ],
  [
    "a JSON file that is not a saved workspace",
    () =>
      runBin("--state", fileURLToPath(new URL("../package.json", import.meta.resolve("@segment-iam/msw/workspace")))),
    {
      exitCode: 1,
      stderr: expect.stringMatching(
        /^segment-iam-mock: \S+package\.json is not a saved workspace: workspaceId: "workspaceId" is required$/,
      ),
    },
  ],
  [
    "an invalid rate of failures",
    () => createMockWorkspace({ users: 2 }).fail("*", { status: 503, rate: 5 }),
    { name: "RangeError", message: "rate must be from 0 to 1, got 5" },
  ],
  [
    "an invalid number of items",
    () => createMockWorkspace({ users: -1 }),
    { name: "ConfigError", message: "users must be the items or how many to generate, got -1" },
  ],
  [
    "an invalid duration",
    () => createMockWorkspace({ users: 2 }).advance(-1),
    { name: "RangeError", message: "ms must be a finite number of at least 0, got -1" },
  ],
  [
    "an invite that does not exist",
    () => createMockWorkspace({ users: 2 }).acceptInvite("ada@example.com"),
    { name: "Error", message: "No invite found for ada@example.com; the workspace has 25 invites" },
  ],
  [
    "a simulated network error",
    () => {
      const workspace = createMockWorkspace();
      workspace.fail("listUsers", { status: "network-error" });
      return workspace.fetch("https://api.segmentapis.com/users");
    },
    { name: "TypeError", message: "fetch failed: the mock simulates a network error" },
  ],
  [
    "a wrong token",
    () => send("GET", "/users", { headers: { authorization: "Bearer other" } }),
    error(401, "unauthorized", "The token is missing or not valid"),
  ],
  ["an unknown path", () => send("GET", "/planets"), error(404, "not-found", "No operation has this path")],
  [
    "a method that the path does not have",
    () => send("PURGE", "/users"),
    // The document decides which methods the path has.
    { ...error(405, "method-not-allowed", ""), message: expect.stringMatching(/^This path allows [A-Z]+(, [A-Z]+)*$/) },
  ],
  [
    "a URL that is too long",
    () => send("GET", `/users/${"x".repeat(200)}`),
    error(414, "too-large", "The URL has 207 bytes; the limit is 200"),
  ],
  [
    "a body that is too large",
    () => send("POST", "/invites", { body: "x".repeat(201) }),
    error(413, "too-large", "The body has 201 bytes; the limit is 200"),
  ],
  [
    "a body of another media type",
    () =>
      send("POST", "/invites", {
        body: "{}",
        headers: { authorization: "Bearer sgp_token", "content-type": "text/plain" },
      }),
    error(415, "unsupported-media-type", 'The body must be application/json, got "text/plain"'),
  ],
  [
    "a body that is not JSON",
    () => send("POST", "/invites", { body: "{" }),
    invalidInput("body", '"body" is not JSON'),
  ],
  ["a missing body", () => send("POST", "/invites"), invalidInput("body", '"body" is required')],
  [
    "a missing member of the body",
    () => send("POST", "/invites", { body: "{}" }),
    invalidInput("invites", '"invites" is required'),
  ],
  ["an unknown query parameter", () => send("GET", "/users?pge=1"), invalidInput("pge", '"pge" is not allowed')],
  [
    "a cursor that the API did not return",
    () => send("GET", "/users?pagination.count=1&pagination.cursor=x"),
    invalidInput("pagination.cursor", '"cursor" must be a cursor from an earlier response'),
  ],
  ["a user that does not exist", () => send("GET", "/users/u1"), notFound("userId", "The user u1 was not found")],
  [
    "an invite that does not exist, in a request",
    () => send("DELETE", "/invites?emails.0=ada@example.com"),
    notFound("emails.0", "The invite for ada@example.com was not found"),
  ],
];
