import type { IamClient } from "@segment-iam/client";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { StrictMode, type ReactElement, type ReactNode } from "react";
import type { WatchedLimiter } from "../iam-provider.tsx";
import { IamProvider } from "../iam-provider.tsx";

/** What hooks need around them. */
export interface Surroundings {
  readonly iam: IamClient;
  readonly queryClient: QueryClient;
  readonly limiter?: WatchedLimiter | undefined;
}

/** A wrapper that renders everything twice where React can, so that what is not pure shows. */
export function strictWrapper({ iam, queryClient, limiter }: Surroundings) {
  return function Wrapper({ children }: { children: ReactNode }): ReactElement {
    return (
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <IamProvider client={iam} limiter={limiter}>
            {children}
          </IamProvider>
        </QueryClientProvider>
      </StrictMode>
    );
  };
}
