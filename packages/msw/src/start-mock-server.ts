import { serve, type ServerRequest } from "srvx";
import { createMockWorkspace, type MockWorkspace } from "./create-mock-workspace.ts";

/** What a server answers for, and where. */
export interface MockServerOptions {
  /** The workspace. @default a new one with 1,000 users */
  readonly workspace?: MockWorkspace | undefined;
  /** The port; `0` takes a free one. @default 0 */
  readonly port?: number | undefined;
  /** The address to listen on. @default "127.0.0.1" */
  readonly host?: string | undefined;
}

/** A server that listens. */
export interface MockServer {
  /** Its address, for a client's `baseUrl`. */
  readonly url: string;
  /** The workspace that it answers for. */
  readonly workspace: MockWorkspace;
  /** Stops it and breaks off what is under way. */
  close(): Promise<void>;
}

/**
 * Starts a mock of the API as an HTTP server.
 *
 * @throws {Error} when it cannot listen there; `code` is then `EADDRINUSE`, `EACCES` or the like.
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
    fetch: (request) => answer(workspace, request),
  });
  await server.ready();
  return {
    url: (server.url ?? "").replace(/\/$/, ""),
    workspace,
    close: () => server.close(true),
  };
}

/** A call that fails has no answer, so its connection is broken off. */
async function answer(workspace: MockWorkspace, request: ServerRequest): Promise<Response> {
  try {
    return await workspace.fetch(request);
  } catch {
    request.runtime?.node?.req.socket.destroy();
    return new Response(null, { status: 500 });
  }
}
