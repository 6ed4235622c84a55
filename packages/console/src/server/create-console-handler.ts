import { staticMiddleware } from "srvx/static";
import { API_PATH } from "../iam-api.ts";
import { writeWorkspace, type Workspace } from "../workspace.ts";

/** Responds to a request. */
export type RequestHandler = (request: Request) => Response | Promise<Response>;

/** Options of {@link createConsoleHandler}. */
export interface ConsoleHandlerOptions {
  /** Handles requests below `/api/iam`. */
  readonly api: RequestHandler;
  /** The directory of the built console. */
  readonly directory: string;
  readonly workspace: Workspace;
}

/**
 * Restricts pages to resources and requests of this server.
 *
 * Mantine writes theme variables and breakpoints into `<style>` elements, so inline styles are allowed.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": contentSecurityPolicy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/**
 * Serves the built console and its API on one origin, with security headers.
 *
 * A path without a file extension returns index.html, for the router. Other unknown paths, and all unknown paths below `/assets`,
 * return 404.
 */
export function createConsoleHandler({ api, directory, workspace }: ConsoleHandlerOptions): RequestHandler {
  const files = staticMiddleware({
    dir: directory,
    // The build writes compressed files.
    encodings: true,
    compress: false,
    renderHTML: ({ html }) =>
      new Response(writeWorkspace(html, workspace), { headers: { "content-type": "text/html; charset=utf-8" } }),
  });

  async function serve(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === API_PATH || pathname.startsWith(`${API_PATH}/`)) return api(request);
    const isAsset = pathname.startsWith("/assets/");
    const response = await files(request, () => {
      if (isAsset || pathname.includes(".")) return notFound();
      return files(new Request(new URL("/", request.url), request), notFound);
    });
    // File names below /assets contain a hash of the content. Other files may change with each build.
    const cacheControl = isAsset ? "max-age=31536000, immutable" : "no-cache";
    response.headers.set("cache-control", response.status === 404 ? "no-store" : cacheControl);
    return response;
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
