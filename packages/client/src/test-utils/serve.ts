import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody, serve as start } from "@segment-iam/test-utils/serve";
import { onTestFinished } from "vitest";

/** A request that has arrived in full. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A server that runs until the test ends. */
export interface TestServer {
  readonly url: string;
  readonly requests: ReceivedRequest[];
}

/** Starts a real HTTP server. It records each request, and calls `respond` once the body has arrived. */
export async function serve(respond: (response: ServerResponse, request: ReceivedRequest) => void): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  const { url, close } = await start(async (request, response) => {
    const body = await readBody(request);
    const request = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
    requests.push(request);
    respond(response, request);
  });
  onTestFinished(close);
  return { url, requests };
}

/** Responds with JSON. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, { "content-type": "application/vnd.segment.v1+json", ...headers })
    .end(JSON.stringify(body));
}

/** Returns a URL that refuses connections: the URL of a server that has just closed. */
export async function refusingUrl(): Promise<string> {
  const { url, close } = await start(() => {});
  await close();
  return url;
}
