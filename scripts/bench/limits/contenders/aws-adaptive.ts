import { ENDLESS, RefusedError, request, type Contender } from "../contender.ts";

interface SmithyRetry {
  readonly AdaptiveRetryStrategy: new (attempts: () => Promise<number>) => {
    acquireInitialRetryToken(scope: string): Promise<unknown>;
    /** Rejects when it allows no more. */
    refreshRetryTokenForRetry(token: unknown, failure: { errorType: string; retryAfterHint: Date }): Promise<unknown>;
    recordSuccess(token: unknown): void;
  };
}

/** The connections that the AWS SDK opens to one host by default: what keeps its first burst small. */
const MAX_SOCKETS = 50;

/** The AWS SDK's adaptive retry, around each call as the SDK has it, and with the SDK's limit on connections. */
export const awsAdaptive: Contender = {
  id: "aws-adaptive",
  name: "AWS adaptive retry",
  create: async ({ fetch, load }) => {
    const { AdaptiveRetryStrategy } = await load<SmithyRetry>("@smithy/core/retry");
    const strategy = new AdaptiveRetryStrategy(() => Promise.resolve(ENDLESS));
    const throughSocket = limitConcurrency(MAX_SOCKETS);
    return async () => {
      let token = await strategy.acquireInitialRetryToken("segment");
      for (;;) {
        try {
          await throughSocket(() => request(fetch));
          strategy.recordSuccess(token);
          return;
        } catch (error) {
          if (!(error instanceof RefusedError)) throw error;
          const retryAfterHint = new Date(Date.now() + error.retryAfterMs);
          token = await strategy.refreshRetryTokenForRetry(token, { errorType: "THROTTLING", retryAfterHint });
        }
      }
    };
  },
};

/** Runs at most so many tasks at once; the others wait in order. */
function limitConcurrency(limit: number): (task: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
