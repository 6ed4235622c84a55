import { serve, type ServerRequest } from "srvx";
import { createMockWorkspace, type MockWorkspace } from "./create-mock-workspace.ts";
import { createHttpError } from "./response/http-error.ts";
import { replyWithError } from "./response/reply.ts";

export * from "./workspace.ts";

/** Options of {@link startMockServer}. */
export interface MockServerOptions {
  /** The workspace to serve. @default a new workspace with 1,000 users */
  readonly workspace?: MockWorkspace | undefined;
  /** The port; `0` selects a free port. @default 0 */
  readonly port?: number | undefined;
  /** The address to listen on. @default "127.0.0.1" */
  readonly host?: string | undefined;
  /** The origin whose pages may call the server, such as `"http://localhost:5173"`, or `"*"` for all. @default none, as in the API */
  readonly cors?: string | undefined;
}

/** A running server. */
export interface MockServer {
  /** The URL of the server. Use it as the `baseUrl` of a client. */
  readonly url: string;
  /** The served workspace. */
  readonly workspace: MockWorkspace;
  /** Stops the server and closes open connections. */
  close(): Promise<void>;
}

/**
 * Starts an HTTP server for a mock workspace. Requires Node.js.
 *
 * @throws {Error} if it cannot listen. `code` is `EADDRINUSE`, `EACCES` or similar.
 * @example
 * const server = await startMockServer();
 * const iam = createIamClient({ token: "any", baseUrl: server.url });
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const { workspace = createMockWorkspace(), port = 0, host = "127.0.0.1", cors } = options;
  const server = serve({
    port,
    hostname: host,
    silent: true,
    gracefulShutdown: false,
    fetch: (request) => handle(workspace, request, cors),
  });
  await server.ready();
  return {
    url: (server.url ?? "").replace(/\/$/, ""),
    workspace,
    close: () => server.close(true),
  };
}

/** Closes the connection without a response if the workspace throws, for example on a simulated network error. */
async function handle(workspace: MockWorkspace, request: ServerRequest, cors: string | undefined): Promise<Response> {
  if (!hasValidHost(request)) {
    const context = { accept: request.headers.get("accept"), nowMs: Date.now() };
    return replyWithError(context, createHttpError(400, "bad-request", "The Host header is not valid"));
  }
  try {
    if (cors === undefined) return await workspace.fetch(request);
    const isPreflight = request.method === "OPTIONS" && request.headers.has("access-control-request-method");
    return isPreflight ? replyToPreflight(request, cors) : allowOrigin(await workspace.fetch(request), cors);
  } catch {
    request.runtime?.node?.req.socket.destroy();
    return new Response(null, { status: 500 });
  }
}

/** Returns whether the `Host` header can be part of a URL. Without this check, `Request.url` would be invalid. */
function hasValidHost({ headers }: ServerRequest): boolean {
  const host = headers.get("host") ?? "";
  return !/[/?#@\\]/.test(host) && URL.canParse(`http://${host || "localhost"}`);
}

/** Creates the response to a CORS preflight request (Fetch, 3.2). `origin` is the allowed origin, or `*`. */
function replyToPreflight(request: Request, origin: string): Response {
  const headers = request.headers.get("access-control-request-headers");
  return allowOrigin(
    new Response(null, {
      status: 204,
      headers: {
        "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
        ...(headers !== null && { "access-control-allow-headers": headers }),
        "access-control-max-age": "7200",
      },
    }),
    origin,
  );
}

/** Adds the headers that let pages of an origin read a response, with all its headers. */
function allowOrigin(response: Response, origin: string): Response {
  const { headers } = response;
  headers.set("access-control-expose-headers", [...headers.keys()].join(", "));
  headers.set("access-control-allow-origin", origin);
  return response;
}
