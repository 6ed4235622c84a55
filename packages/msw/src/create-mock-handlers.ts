import { http, type HttpHandler } from "msw";
import { createMockWorkspace, type MockWorkspace } from "./create-mock-workspace.ts";

/** Where the handlers listen. */
export interface MockHandlersOptions {
  /** The address that the client was given, a path such as `/api/iam` in a browser. @default both regions of the API */
  readonly baseUrl?: string | undefined;
}

const REGIONS = ["https://api.segmentapis.com", "https://eu1.api.segmentapis.com"];

/**
 * Makes request handlers for MSW that answer for a workspace, in Node (`setupServer`) and in a browser (`setupWorker`).
 *
 * They answer everything below the base URL: a path that the API does not have is its 404, not an unhandled request.
 *
 * @example
 * const server = setupServer(...createMockHandlers(createMockWorkspace({ users: 20 })));
 */
export function createMockHandlers(
  workspace: MockWorkspace = createMockWorkspace(),
  { baseUrl }: MockHandlersOptions = {},
): HttpHandler[] {
  const baseUrls = baseUrl === undefined ? REGIONS : [baseUrl.replace(/\/+$/, "")];
  return baseUrls.map((base) =>
    http.all(`${base}/*`, async ({ request }) => {
      try {
        return await workspace.fetch(await withoutBase(request, base));
      } catch {
        return Response.error();
      }
    }),
  );
}

/** The request as the API itself would get it. The body is read because not every browser can hand it on as a stream. */
async function withoutBase(request: Request, base: string): Promise<Request> {
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(new URL(base, url).pathname.replace(/\/$/, "").length);
  const { method, headers, signal } = request;
  const body = await request.text();
  return new Request(url, { method, headers, signal, ...(body !== "" && { body }) });
}
