import type { IamClient } from "@segment-iam/client";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { StrictMode, type ReactElement, type ReactNode } from "react";
import type { ObservableRateLimiter } from "../iam-provider.tsx";
import { IamProvider } from "../iam-provider.tsx";

interface StrictWrapperOptions {
  readonly iam: IamClient;
  readonly queryClient: QueryClient;
  readonly limiter?: ObservableRateLimiter | undefined;
}

/** Creates a wrapper with all providers in StrictMode, which renders twice to reveal impure components. */
export function strictWrapper({ iam, queryClient, limiter }: StrictWrapperOptions) {
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
