import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, it, onTestFinished, vi } from "vitest";
import { attack, expectInvariants } from "../test-utils/attack.ts";
import { rawRequest, sendRaw } from "../test-utils/raw-http.ts";
import { allOperations, search } from "../test-utils/set-up.ts";
import { startTarget, type Target, type TargetOptions } from "../test-utils/start-target.ts";

async function start(options: TargetOptions = {}): Promise<Target> {
  const target = await startTarget({ maxBodyBytes: 1_000, ...options });
  onTestFinished(target.stop);
  return target;
}

const json = "content-type: application/json";
const bomb = gzipSync(" ".repeat(100_000)).toString("latin1");
const spaces = " ".repeat(1_000_000);

it.each<[name: string, headers: string[], body: string, status: number]>([
  ["a Content-Length over the limit", [json, "content-length: 1001"], "", 413],
  ["a Content-Length of a terabyte", [json, "content-length: 1000000000000"], "{", 413],
  ["a body over the limit", [json], spaces, 413],
  ["a chunk over the limit", [json, "transfer-encoding: chunked"], `f4240\r\n${spaces}\r\n0\r\n\r\n`, 413],
  ["a chunk size of a terabyte", [json, "transfer-encoding: chunked"], `e8d4a51000\r\n${spaces}`, 413],
  ["10,000 chunks of a byte", [json, "transfer-encoding: chunked"], `${"1\r\n \r\n".repeat(10_000)}0\r\n\r\n`, 413],
  ["a compressed body, which it does not decompress", [json, "content-encoding: gzip"], bomb, 400],
  ["a body that never arrives", [json, "content-length: 10"], "", 408],
  ["a body that stops", [json, "content-length: 10"], "{", 408],
  ["chunks that stop", [json, "transfer-encoding: chunked"], "1\r\n{\r\n", 408],
  ["a chunk size that stops", [json, "transfer-encoding: chunked"], "1", 408],
])("stops reading %s", async (_, headers, body, status) => {
  const target = await start(status === 408 ? { timeoutMs: 1_000 } : {});
  const { statuses, reached } = await attack(target, rawRequest("POST /api/iam/invites", headers, body));
  // The server may reset the connection while the body still arrives. The caller then cannot read the response.
  expect(status === 413 ? [[], [413]] : [[status]]).toContainEqual(statuses);
  expect(reached).toEqual([]);
});

it("rejects a form with more than 10,000 fields before parsing it", async () => {
  const target = await start({ allow: [...allOperations, search], maxBodyBytes: 2 ** 20 });
  const headers = ["content-type: application/x-www-form-urlencoded", "sec-fetch-site: same-origin"];
  // Parsing all fields would block Node.js 24 for seconds.
  const { statuses, reached, text } = await attack(
    target,
    rawRequest("POST /api/iam/search", headers, "a&".repeat(500_000)),
  );
  expect([statuses, reached]).toEqual([[400], []]);
  expect(text).toContain("The form has more than 10000 fields");
});

it("stops reading a body that arrives one byte at a time", async () => {
  const target = await start({ timeoutMs: 1_000 });
  const socket = connect(target.port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(rawRequest("POST /api/iam/invites", [json, "content-length: 1000"]));
  const dripping = setInterval(() => socket.write(" "), 10);
  onTestFinished(() => clearInterval(dripping));
  let text = "";
  for await (const chunk of socket) text += chunk;
  expect(text).toMatch(/^HTTP\/1\.1 408 /);
  expect(target.received).toEqual([]);
});

it("responds to other callers while 200 callers do not send their bodies", async () => {
  const target = await start({ timeoutMs: 20_000 });
  const request = rawRequest("POST /api/iam/invites", [json, "content-length: 10"]);
  const sockets = Array.from({ length: 200 }, () => connect(target.port, "127.0.0.1"));
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  for (const socket of sockets) socket.write(request);
  const good = await sendRaw(target.port, rawRequest("GET /api/iam/users"));
  expect(good.responses[0]?.status).toBe(200);
  expectInvariants(target, [good], target.received);
});

it("does not call the API if the caller disconnects before the end of its body", async () => {
  const target = await start();
  const socket = connect(target.port, "127.0.0.1");
  socket.write(rawRequest("POST /api/iam/invites", [json, "content-length: 41"], '{"invites":['));
  await new Promise((resolve) => target.server.once("request", resolve));
  socket.destroy();
  await vi.waitFor(() => expect(target.logged.join()).toMatch(/"status":(400|499)/), 5_000);
  expect(target.received).toEqual([]);
});
