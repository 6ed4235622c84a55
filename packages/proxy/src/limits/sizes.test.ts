import { once } from "node:events";
import { Agent, request, type ClientRequest, type IncomingMessage, type RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { retry } from "@segment-iam/helpers/retry";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Authorize } from "../iam-proxy-options.ts";
import { setUp, startProxy } from "../test-utils/set-up.ts";
import { startTarget } from "../test-utils/start-target.ts";

const MEGABYTE = 2 ** 20;

function usedBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Sends a request, and measures how far memory rises above the level before it. */
async function fetchWithPeak(url: string): Promise<{ response: Response; peakBytes: number }> {
  const startBytes = usedBytes();
  let peakBytes = 0;
  const sampling = setInterval(() => (peakBytes = Math.max(peakBytes, usedBytes() - startBytes)), 5);
  const response = await fetch(url);
  clearInterval(sampling);
  return { response, peakBytes };
}

describe("maxResponseBytes", () => {
  const chunk = Buffer.alloc(MEGABYTE, " ");
  const zippedChunk = gzipSync(chunk);

  it.each<[string, RequestListener]>([
    [
      "a gzip bomb of 200 MB",
      (_, response) => {
        response.setHeader("content-encoding", "gzip");
        response.end(Buffer.concat(Array.from({ length: 200 }, () => zippedChunk)));
      },
    ],
    [
      "an endless body",
      (_, response) => {
        const write = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on("drain", write);
        write();
      },
    ],
    ["an error with a large body", (_, response) => response.writeHead(409).end(Buffer.alloc(20 * MEGABYTE))],
  ])("responds with 502 to %s, with little memory and without a retry", async (_, listener) => {
    const closed = vi.fn<() => void>();
    const onError = vi.fn<(error: unknown) => void>();
    const { port, received, stop } = await startTarget({
      api(request, response) {
        response.on("close", closed);
        listener(request, response);
      },
      interceptors: [retry()],
      onError,
    });
    onTestFinished(stop);
    const { response, peakBytes } = await fetchWithPeak(`http://127.0.0.1:${port}/api/iam/users`);
    expect(peakBytes).toBeLessThan(100 * MEGABYTE);
    const message = "The API's response exceeds the limit of 10000000 bytes";
    expect([response.status, await response.json()]).toEqual([502, { errors: [{ type: "bad-gateway", message }] }]);
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
    expect([received.length, onError.mock.calls.length]).toEqual([1, 1]);
  });

  it.each([
    [200, 1_000],
    [502, 999],
  ])("responds with %i if the body has 1,000 bytes and the limit is %i", async (status, maxResponseBytes) => {
    const cancel = vi.fn<() => void>();
    const text = `{"data":"${"é".repeat(494)}"}`.padEnd(506, " ");
    const bytes = new TextEncoder().encode(text);
    expect(bytes).toHaveLength(1_000);
    const upstream = async () =>
      new Response(
        new ReadableStream<Uint8Array>({
          start(controller) {
            for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
          },
          pull: (controller) => (status === 200 ? controller.close() : undefined),
          cancel,
        }),
        // The limit counts bytes, because this header may be wrong.
        { headers: { "content-length": "1" } },
      );
    const response = await setUp({ fetch: upstream, maxResponseBytes }).send("/api/iam/users");
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(
      status === 200
        ? { data: "é".repeat(494) }
        : { errors: [{ type: "bad-gateway", message: "The API's response exceeds the limit of 999 bytes" }] },
    );
    expect(cancel).toHaveBeenCalledTimes(status === 200 ? 0 : 1);
  });
});

describe("maxBodyBytes", () => {
  it("responds with 413 before the body ends", async () => {
    const { url, workspace } = await startProxy({ maxBodyBytes: 1_000 });
    const chunk = new TextEncoder().encode(" ".repeat(60_000));
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(chunk) });
    const init = { method: "POST", body, headers: { "content-type": "application/json" }, duplex: "half" };
    const response = await fetch(`${url}/invites`, init);
    expect(response.status).toBe(413);
    expect(workspace.requests).toEqual([]);
  });

  it.each(["known", "unknown"])(
    "responds to the next request on the connection after a large body of %s length",
    async (length) => {
      const { url } = await startProxy();
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      onTestFinished(() => agent.destroy());
      const headers = { "content-type": "application/json" };
      const post = request(`${url}/invites`, { agent, method: "POST", headers });
      // The server may close the connection while the rest of the body is sent.
      post.on("error", () => {});
      // Without an earlier `write`, `end` sends Content-Length.
      if (length === "unknown") post.write(" ");
      post.end(Buffer.alloc(2 * MEGABYTE));
      expect(await statusOf(post)).toBe(413);
      // Shorter than the keep-alive timeout of 5 seconds, after which the server closes the connection.
      const signal = AbortSignal.timeout(4_000);
      expect(await statusOf(request(`${url}/users`, { agent, signal }).end())).toBe(200);
    },
  );
});

async function statusOf(request: ClientRequest): Promise<number | undefined> {
  const [response]: IncomingMessage[] = await once(request, "response");
  response?.resume();
  return response?.statusCode;
}

describe("the depth of a body", () => {
  it.each([
    [200, 50],
    [400, 101],
    [400, 5_000],
    [400, 200_000],
  ])("responds with %i to %i levels, and calls authorize only for a 200", async (status, levels) => {
    const authorize = vi.fn<Authorize>(() => true);
    const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ data: {} }));
    const { send } = setUp({ authorize, fetch });
    const body = `{"permissions":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
    const headers = { "content-type": "application/json" };
    const response = await send("/api/iam/users/a/permissions", { method: "PUT", body, headers });
    expect(response.status).toBe(status);
    expect(authorize).toHaveBeenCalledTimes(status === 200 ? 1 : 0);
    expect(fetch).toHaveBeenCalledTimes(status === 200 ? 1 : 0);
  });
});

describe("the length of a URL", () => {
  it.each([
    [200, "DELETE", "/users?", 400],
    [414, "DELETE", "/users?", 20_000],
    [414, "DELETE", "/invites?", 20_000],
  ])("responds with %i to %s %s with a list of %i items", async (status, method, path, count) => {
    const { send } = setUp({ fetch: async () => Response.json({ data: { status: "SUCCESS" } }) });
    const field = path.startsWith("/users") ? "userIds" : "emails";
    const query = Array.from({ length: count }, (_, index) => `${field}.${index}=a`).join("&");
    const response = await send(`/api/iam${path}${query}`, { method });
    expect(response.status).toBe(status);
  });

  it("responds with 414 to a long path parameter", async () => {
    expect((await setUp().send(`/api/iam/users/${"a".repeat(20_000)}`)).status).toBe(414);
  });
});
