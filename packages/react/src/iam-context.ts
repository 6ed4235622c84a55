import { ConfigError, type IamClient, type OperationDescriptor } from "@segment-iam/client";
import type { RateLimitState } from "@segment-iam/helpers/rate-limit";
import { createContext, useContext, type Context } from "react";

/** What a limiter tells of how things stand: `rateLimit()` and `redisRateLimit()` make one. */
export interface WatchedLimiter {
  /** How an operation's limit stands now. The same object until something changes. */
  state(operation: OperationDescriptor): RateLimitState;
  /** Calls back after each change of an operation's state; answers with a function that ends this. */
  subscribe(operation: OperationDescriptor, listener: () => void): () => void;
}

/** What a provider hands down. */
export interface Iam {
  readonly client: IamClient;
  readonly limiter: WatchedLimiter | undefined;
}

/** Nothing of it lives outside a tree, so that tenants never mix. */
export const IamContext: Context<Iam | undefined> = /* @__PURE__ */ createContext<Iam | undefined>(undefined);

/**
 * What the nearest provider hands down.
 *
 * @throws {ConfigError} outside a provider.
 */
export function useIam(): Iam {
  const iam = useContext(IamContext);
  if (!iam) throw new ConfigError("Render <IamProvider client={iam}> above this component");
  return iam;
}
