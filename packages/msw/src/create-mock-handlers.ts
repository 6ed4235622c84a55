import { regions } from "@segment-iam/client";
import { http, type HttpHandler } from "msw";
import { createMockWorkspace, type MockWorkspace } from "./create-mock-workspace.ts";

/** Which requests the handlers intercept. */
export interface MockHandlersOptions {
  /** The `baseUrl` of the client, such as `/api/iam` in a browser. @default the base URLs of all regions */
  readonly baseUrl?: string | undefined;
}

/**
 * Makes MSW request handlers for a workspace, for Node.js (`setupServer`) and browsers (`setupWorker`).
 *
 * They handle every path below the base URL. A path that the API does not have is a 404, not an unhandled request.
 *
 * @param workspace the workspace that responds. @default a new one with 1,000 users
 * @example
 * const server = setupServer(...createMockHandlers(createMockWorkspace({ users: 20 })));
 */
export function createMockHandlers(
  workspace: MockWorkspace = createMockWorkspace(),
  { baseUrl }: MockHandlersOptions = {},
): HttpHandler[] {
  const baseUrls = baseUrl === undefined ? Object.values(regions) : [baseUrl.replace(/\/+$/, "")];
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

/** Makes the request that the API itself would receive. The body is buffered: not every browser accepts a stream. */
async function withoutBase(request: Request, base: string): Promise<Request> {
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(new URL(base, url).pathname.replace(/\/$/, "").length);
  const { method, headers, signal } = request;
  const body = await request.text();
  return new Request(url, { method, headers, signal, ...(body !== "" && { body }) });
}
