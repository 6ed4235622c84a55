import { regions } from "@segment-iam/client";
import { http, type HttpHandler } from "msw";
import { createMockWorkspace, type MockWorkspace } from "./create-mock-workspace.ts";

/** Options of {@link createMockHandlers}. */
export interface MockHandlersOptions {
  /** The `baseUrl` of the client, such as `/api/iam` in a browser. @default the base URLs of all regions */
  readonly baseUrl?: string | undefined;
  /**
   * `false` accepts requests without a token, as a proxy does. The handlers then add the workspace's `token`, or `mock` if it has none.
   *
   * @default the request's token
   */
  readonly token?: false | undefined;
}

/**
 * Creates MSW request handlers for Node.js (`setupServer`) and browsers (`setupWorker`).
 *
 * The handlers match every path below the base URL. An unknown path is a 404, not an unhandled request.
 *
 * @param workspace the workspace to serve. @default a new workspace with 1,000 users
 * @example
 * const server = setupServer(...createMockHandlers(createMockWorkspace({ users: 20 })));
 */
export function createMockHandlers(
  workspace: MockWorkspace = createMockWorkspace(),
  { baseUrl, token }: MockHandlersOptions = {},
): HttpHandler[] {
  const ownToken = token === false ? (workspace.token ?? "mock") : undefined;
  const baseUrls = baseUrl === undefined ? Object.values(regions) : [baseUrl.replace(/\/+$/, "")];
  return baseUrls.map((base) =>
    http.all(`${base}/*`, async ({ request }) => {
      try {
        return await workspace.fetch(await toApiRequest(request, base, ownToken));
      } catch {
        return Response.error();
      }
    }),
  );
}

/** Removes the base path, and sets the token. Buffers the body, because some browsers do not support request streams. */
async function toApiRequest(request: Request, base: string, token: string | undefined): Promise<Request> {
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(new URL(`${base}/`, url).pathname.length - 1);
  const { method, signal } = request;
  const headers = new Headers(request.headers);
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  const body = await request.arrayBuffer();
  return new Request(url, { method, headers, signal, ...(body.byteLength > 0 && { body }) });
}
