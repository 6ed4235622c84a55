import { createIamClient } from "@segment-iam/client";
import { QueryClient } from "@tanstack/react-query";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app.tsx";

const iam = createIamClient({ baseUrl: "/api/iam", scope: "workspace" });
const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });
const container = document.querySelector("#root");
const text = document.querySelector("#state")?.textContent ?? "";
if (!container) throw new Error("The page has no #root");

if (text === "") createRoot(container).render(<App iam={iam} queryClient={queryClient} state={undefined} />);
else hydrateRoot(container, <App iam={iam} queryClient={queryClient} state={JSON.parse(text)} />);
