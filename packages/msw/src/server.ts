import { serve, type ServerRequest } from "srvx";
import { createMockWorkspace, type MockWorkspace } from "./create-mock-workspace.ts";

export { createMockWorkspace } from "./create-mock-workspace.ts";
export type * from "./workspace.ts";

/** Which workspace a server serves, and where. */
export interface MockServerOptions {
  /** The workspace. @default a new one with 1,000 users */
  readonly workspace?: MockWorkspace | undefined;
  /** The port; `0` chooses a free one. @default 0 */
  readonly port?: number | undefined;
  /** The address to listen on. @default "127.0.0.1" */
  readonly host?: string | undefined;
}

/** A running server. */
export interface MockServer {
  /** Its URL, for the `baseUrl` of a client. */
  readonly url: string;
  /** The workspace that it serves. */
  readonly workspace: MockWorkspace;
  /** Stops the server and closes open connections. */
  close(): Promise<void>;
}

/**
 * Starts a mock of the API as an HTTP server in Node.js.
 *
 * @throws {Error} if it cannot listen; `code` is `EADDRINUSE`, `EACCES` or similar.
 * @example
 * const server = await startMockServer();
 * const iam = createIamClient({ token: "any", baseUrl: server.url });
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const { workspace = createMockWorkspace(), port = 0, host = "127.0.0.1" } = options;
  const server = serve({
    port,
    hostname: host,
    silent: true,
    gracefulShutdown: false,
    fetch: (request) => handle(workspace, request),
  });
  await server.ready();
  return {
    url: (server.url ?? "").replace(/\/$/, ""),
    workspace,
    close: () => server.close(true),
  };
}

/** Closes the connection without a response if the workspace throws, as for a network error. */
async function handle(workspace: MockWorkspace, request: ServerRequest): Promise<Response> {
  try {
    return await workspace.fetch(request);
  } catch {
    request.runtime?.node?.req.socket.destroy();
    return new Response(null, { status: 500 });
  }
}
