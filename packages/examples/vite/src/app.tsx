import { IamProvider, type IamProviderProps } from "@segment-iam/react";
import { HydrationBoundary, QueryClientProvider, type DehydratedState, type QueryClient } from "@tanstack/react-query";
import { StrictMode } from "react";
import { readRoute } from "./read-route.ts";
import { UserPage } from "./user-page.tsx";
import { UsersPage } from "./users-page.tsx";

export interface AppProps {
  readonly iam: IamProviderProps["client"];
  readonly limiter: IamProviderProps["limiter"];
  readonly queryClient: QueryClient;
  readonly pathname: string;
  /** The queries that the server has prefetched. */
  readonly state?: DehydratedState | undefined;
}

export function App({ iam, limiter, queryClient, pathname, state }: AppProps) {
  const { userId } = readRoute(pathname);
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <HydrationBoundary state={state}>
          <IamProvider client={iam} limiter={limiter}>
            <main>{userId === undefined ? <UsersPage /> : <UserPage userId={userId} />}</main>
          </IamProvider>
        </HydrationBoundary>
      </QueryClientProvider>
    </StrictMode>
  );
}
