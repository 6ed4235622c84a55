import { once } from "node:events";
import type { RequestListener, ServerResponse } from "node:http";
import { createMockWorkspace, type MockWorkspace } from "@segment-iam/msw";
import { serve, type TestServer } from "@segment-iam/test-utils/serve";
import { toNodeHandler } from "srvx/node";
import { TOKEN } from "./start-mock.ts";

/** A mock workspace on a server that can fail in ways that the mock cannot. */
export interface Upstream extends TestServer {
  readonly workspace: MockWorkspace;
  /** Waits for the next request for the user `held` and returns its response. The test sends the response or waits until it closes. */
  nextHeldResponse(): Promise<ServerResponse>;
}

/**
 * Starts an API for tests of proxies. It accepts only {@link TOKEN}.
 *
 * A request for the user `held` gets no response. The user `echo` gets an error with the token, and `status-503` an error with status 503.
 */
export async function startUpstream(): Promise<Upstream> {
  const workspace = createMockWorkspace({ users: 12, token: TOKEN });
  // The type of `toNodeHandler` includes HTTP/2.
  const handle = toNodeHandler(workspace.fetch) as RequestListener;
  const held = new EventTarget();
  const server = await serve((request, response) => {
    const [, id = ""] = /^\/users\/([^/?]+)$/.exec(request.url ?? "") ?? [];
    if (id === "held") return held.dispatchEvent(new CustomEvent("held", { detail: response }));
    if (id === "echo") return fail(response, 404, String(request.headers.authorization));
    if (id.startsWith("status-")) return fail(response, Number(id.slice("status-".length)), "Failed");
    return handle(request, response);
  });
  return {
    ...server,
    workspace,
    async nextHeldResponse() {
      const [{ detail }] = await once(held, "held");
      return detail;
    },
  };
}

function fail(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "application/json", "x-should-retry": "false" });
  response.end(JSON.stringify({ errors: [{ type: "failed", message }] }));
}
