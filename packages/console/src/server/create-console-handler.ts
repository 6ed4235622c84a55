import { staticMiddleware } from "srvx/static";
import { apiPath } from "../api-path.ts";
import { writeWorkspaceKind, type WorkspaceKind } from "../workspace-kind.ts";
import { securityHeaders } from "./security-headers.ts";

/** Answers a request. */
export type RequestHandler = (request: Request) => Response | Promise<Response>;

/** What the console's handler is put together from. */
export interface ConsoleHandlerOptions {
  /** Answers the calls below `/api/iam`. */
  readonly api: RequestHandler;
  /** The folder of the built console. */
  readonly directory: string;
  /** Which kind of workspace the pages are to say that they show. */
  readonly kind: WorkspaceKind;
}

/**
 * Serves the built console and its API on one origin.
 *
 * A path that is no file gives the console itself, whose router knows it; one that looks like a file is not found.
 */
export function createConsoleHandler({ api, directory, kind }: ConsoleHandlerOptions): RequestHandler {
  const files = staticMiddleware({
    dir: directory,
    // On a loopback address, compressing takes longer than sending.
    compress: false,
    renderHTML: ({ html }) =>
      new Response(writeWorkspaceKind(html, kind), { headers: { "content-type": "text/html; charset=utf-8" } }),
  });

  async function serve(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === apiPath || pathname.startsWith(`${apiPath}/`)) return api(request);
    const file = await files(request, () => {
      if (pathname.includes(".")) return notFound();
      return files(new Request(new URL("/", request.url), request), notFound);
    });
    // The build puts a hash of the content into the names below /assets; whatever else there is may change at any time.
    file.headers.set("cache-control", pathname.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache");
    return file;
  }

  return async (request) => {
    const response = await serve(request);
    for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
    return response;
  };
}

function notFound(): Response {
  return new Response("Not found", { status: 404 });
}
