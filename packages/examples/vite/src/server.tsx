import { ApiError, createIamClient } from "@segment-iam/client";
import { rateLimit } from "@segment-iam/helpers/rate-limit";
import { getUserQueryKey, prefetchGetUser, prefetchListUsersInfinite } from "@segment-iam/react/query";
import { dehydrate, QueryClient } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { App } from "./app.tsx";
import { firstPage } from "./first-page.ts";
import { proxy } from "./proxy.ts";
import { readRoute } from "./read-route.ts";
import { isAdmin } from "./session.ts";

/** Shared by all requests, because they use the same token. */
const limiter = rateLimit();

/** Responds to a request: through the proxy below `/api/iam/`, otherwise with the page. */
export async function handle(request: Request, page: string): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/api/iam/")) return proxy(request);
  if (!(await isAdmin(request))) return new Response("Sign in as an administrator", { status: 403 });
  return render(pathname, page);
}

/** Renders a page with the data of its first query. The status of the page of a missing user is 404. */
async function render(pathname: string, page: string): Promise<Response> {
  // A client and a cache for each request. The client has the scope of the browser's client, so that both have the same query keys.
  const iam = createIamClient({
    token: () => process.env["SEGMENT_TOKEN"],
    baseUrl: process.env["SEGMENT_URL"],
    scope: "workspace",
    interceptors: [limiter],
  });
  const queryClient = new QueryClient();
  const { userId } = readRoute(pathname);
  if (userId === undefined) await prefetchListUsersInfinite(queryClient, iam, firstPage);
  else await prefetchGetUser(queryClient, iam, { userId });
  const html = renderToString(<App iam={iam} limiter={limiter} queryClient={queryClient} pathname={pathname} />);
  // A "<" in the data must not end the script element.
  const state = JSON.stringify(dehydrate(queryClient)).replaceAll("<", "\\u003c");
  const body = page.replace("<!--html-->", () => html).replace("<!--state-->", () => state);
  const error = userId !== undefined && queryClient.getQueryState(getUserQueryKey(iam, { userId }))?.error;
  const isMissing = error instanceof ApiError && error.status === 404;
  return new Response(body, { status: isMissing ? 404 : 200, headers: { "content-type": "text/html" } });
}
