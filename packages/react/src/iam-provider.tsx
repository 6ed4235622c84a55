import { ConfigError, type IamClient, type OperationDescriptor } from "@segment-iam/client";
import type { RateLimitState } from "@segment-iam/helpers/rate-limit";
import { createContext, useContext, useMemo, type Context, type ReactElement, type ReactNode } from "react";

/** The part of a rate limiter that `useRateLimit` observes. `rateLimit()` and `redisRateLimit()` implement it. */
export interface ObservableRateLimiter {
  /** Returns the current state of an operation's limit. The object stays the same until the state changes. */
  state(operation: OperationDescriptor): RateLimitState;
  /** Calls the listener after each change of an operation's state. Returns a function that unsubscribes. */
  subscribe(operation: OperationDescriptor, listener: () => void): () => void;
}

/** The props of `IamProvider`. */
export interface IamProviderProps {
  /**
   * The client of all hooks below the provider. Create it outside the component or keep it in state. On a server, create one for each
   * request.
   *
   * Its `scope` is part of every query key. A server that prefetches and a browser that hydrates need the same scope.
   */
  readonly client: IamClient;
  /** The `rateLimit()` interceptor of the client, for `useRateLimit`. Other hooks do not use it. */
  readonly limiter?: ObservableRateLimiter | undefined;
  /** The components that use the hooks. */
  readonly children?: ReactNode;
}

/** The value of the context. */
interface Iam {
  readonly client: IamClient;
  readonly limiter: ObservableRateLimiter | undefined;
}

const IamContext: Context<Iam | undefined> = /* @__PURE__ */ createContext<Iam | undefined>(undefined);

/**
 * Provides a client to the hooks below it. Render it inside TanStack Query's `QueryClientProvider`.
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

/**
 * Returns the client of the nearest `IamProvider`, for calls without a hook.
 *
 * @throws {ConfigError} outside an `IamProvider`.
 */
export function useIamClient(): IamClient {
  return useIam().client;
}

/**
 * Returns the client and the limiter of the nearest `IamProvider`.
 *
 * @throws {ConfigError} outside an `IamProvider`.
 */
export function useIam(): Iam {
  const iam = useContext(IamContext);
  if (!iam) throw new ConfigError("No IamProvider found. Render <IamProvider client={iam}> above this component");
  return iam;
}
