import { createIamClient } from "@segment-iam/client";
import { listUsersInfiniteOptions } from "@segment-iam/react/query";
import { dehydrate, QueryClient } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { App } from "./app.tsx";
import { firstPage } from "./first-page.ts";

/** Renders the page on a server. Returns the HTML and the dehydrated state for `index.html`. */
export async function render(token: string, baseUrl: string) {
  const iam = createIamClient({ token, baseUrl, scope: "workspace" });
  const queryClient = new QueryClient();
  await queryClient.prefetchInfiniteQuery(listUsersInfiniteOptions(iam, firstPage));
  const state = dehydrate(queryClient);
  const html = renderToString(<App iam={iam} queryClient={new QueryClient()} state={state} />);
  return { html, state: JSON.stringify(state).replaceAll("<", "\\u003c") };
}
