import type { IamClient } from "@segment-iam/client";
import { IamProvider } from "@segment-iam/react";
import { HydrationBoundary, QueryClientProvider, type DehydratedState, type QueryClient } from "@tanstack/react-query";
import { StrictMode } from "react";
import { Users } from "./users.tsx";

export interface AppProps {
  readonly iam: IamClient;
  readonly queryClient: QueryClient;
  /** The queries that the server has prefetched. */
  readonly state: DehydratedState | undefined;
}

export function App({ iam, queryClient, state }: AppProps) {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <HydrationBoundary state={state}>
          <IamProvider client={iam}>
            <Users />
          </IamProvider>
        </HydrationBoundary>
      </QueryClientProvider>
    </StrictMode>
  );
}
