import { createIamClient } from "@segment-iam/client";
import { rateLimit } from "@segment-iam/helpers/rate-limit";
import { retry } from "@segment-iam/helpers/retry";
import { QueryClient } from "@tanstack/react-query";
import { hydrateRoot } from "react-dom/client";
import { App } from "./app.tsx";

const limiter = rateLimit();
const iam = createIamClient({ baseUrl: "/api/iam", scope: "workspace", interceptors: [retry(), limiter] });
const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });
const state = JSON.parse(document.querySelector("#state")?.textContent ?? "{}");
const root = document.querySelector("#root");
if (!root) throw new Error("The page has no #root");

hydrateRoot(
  root,
  <App iam={iam} limiter={limiter} queryClient={queryClient} pathname={location.pathname} state={state} />,
);
