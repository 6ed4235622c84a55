import type { IamClient } from "@segment-iam/client";
import { useMemo, type ReactElement, type ReactNode } from "react";
import { IamContext, type WatchedLimiter } from "./iam-context.ts";

/** What `IamProvider` takes. */
export interface IamProviderProps {
  /**
   * The client that hooks below call. Make it outside the component, or keep it in state: on a server one for each request.
   *
   * Its `scope` is part of every query key. A server that prefetches and a browser that hydrates need the same one.
   */
  readonly client: IamClient;
  /** The client's `rateLimit()`, for `useRateLimit` to watch. Nothing else needs it. */
  readonly limiter?: WatchedLimiter | undefined;
  /** What is rendered below. */
  readonly children?: ReactNode;
}

/**
 * Gives a client to the hooks below it. It stands inside TanStack Query's `QueryClientProvider`.
 *
 * @example
 * <QueryClientProvider client={queryClient}>
 *   <IamProvider client={iam}>
 *     <Users />
 *   </IamProvider>
 * </QueryClientProvider>
 */
export function IamProvider({ client, limiter, children }: IamProviderProps): ReactElement {
  const iam = useMemo(() => ({ client, limiter }), [client, limiter]);
  return <IamContext.Provider value={iam}>{children}</IamContext.Provider>;
}
