"use client";

import { createIamClient } from "@segment-iam/client";
import { IamProvider } from "@segment-iam/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";

export function Providers({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } }));
  const [iam] = useState(() => createIamClient({ baseUrl: "/api/iam", scope: "workspace" }));
  return (
    <QueryClientProvider client={queryClient}>
      <IamProvider client={iam}>{children}</IamProvider>
    </QueryClientProvider>
  );
}
