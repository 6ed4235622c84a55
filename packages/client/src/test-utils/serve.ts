import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody, serve as start } from "@segment-iam/test-utils/serve";
import { onTestFinished } from "vitest";

/** A complete request. */
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

/** Starts a real HTTP server. It records each request, and calls `respond` when its body is complete. */
export async function serve(
  respond: (response: ServerResponse, request: ReceivedRequest) => void,
): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  const { url, close } = await start(async (incoming, response) => {
    const { method = "", url = "", headers } = incoming;
    const received = { method, url, headers, body: await readBody(incoming) };
    requests.push(received);
    respond(response, received);
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

/** Returns a URL that refuses connections: the URL of a closed server. */
export async function refusingUrl(): Promise<string> {
  const { url, close } = await start(() => {});
  await close();
  return url;
}
