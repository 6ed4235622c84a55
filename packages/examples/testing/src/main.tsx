import { createIamClient } from "@segment-iam/client";
import { IamProvider } from "@segment-iam/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { Users } from "./users.tsx";

const iam = createIamClient({ baseUrl: "/api/iam" });
const queryClient = new QueryClient();
const container = document.querySelector("#root");
if (!container) throw new Error("The page has no #root");

createRoot(container).render(
  <QueryClientProvider client={queryClient}>
    <IamProvider client={iam}>
      <Users />
    </IamProvider>
  </QueryClientProvider>,
);
