import { ENDLESS, RefusedError, request, type Contender } from "../contender.ts";
import { limitConcurrency } from "../limit-concurrency.ts";

interface SmithyRetry {
  readonly AdaptiveRetryStrategy: new (attempts: () => Promise<number>) => {
    acquireInitialRetryToken(scope: string): Promise<unknown>;
    /** Rejects when it allows no more. */
    refreshRetryTokenForRetry(token: unknown, failure: { errorType: string; retryAfterHint: Date }): Promise<unknown>;
    recordSuccess(token: unknown): void;
  };
}

/** As many as the SDK opens connections to one host. With 5 to 20 its budget for retries runs out, and calls fail. */
const AT_ONCE = 50;

/** The AWS SDK's adaptive retry, around each call as the SDK has it. */
export const awsAdaptive: Contender = {
  id: "aws-adaptive",
  name: "AWS SDK adaptive",
  settings: "50 calls at once, as many as its connections; 1,000 attempts; told the body's msBeforeNext",
  create: async ({ fetch, load }) => {
    const { AdaptiveRetryStrategy } = await load<SmithyRetry>("@smithy/core/retry");
    const strategy = new AdaptiveRetryStrategy(() => Promise.resolve(ENDLESS));
    const inTurn = limitConcurrency(AT_ONCE);
    const makeCall = async (): Promise<void> => {
      let token = await strategy.acquireInitialRetryToken("segment");
      for (;;) {
        try {
          await request(fetch);
          strategy.recordSuccess(token);
          return;
        } catch (error) {
          if (!(error instanceof RefusedError)) throw error;
          const retryAfterHint = new Date(Date.now() + error.retryAfterMs);
          token = await strategy.refreshRetryTokenForRetry(token, { errorType: "THROTTLING", retryAfterHint });
        }
      }
    };
    return () => inTurn(makeCall);
  },
};
