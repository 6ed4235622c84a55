import { LIMIT } from "./cases.ts";
import {
  UNLIMITED_ATTEMPTS,
  limitConcurrency,
  MAX_BACKOFF_MS,
  HttpError,
  request,
  REQUEST_URL,
  type Contender,
} from "./contender.ts";

interface Bottleneck {
  readonly default: new (options: object) => {
    schedule(task: () => Promise<void>): Promise<void>;
    /** The listener returns the delay in milliseconds before the job runs again. */
    on(event: "failed", listener: (error: Error) => number | undefined): void;
  };
}

const bottleneck: Contender = {
  id: "bottleneck",
  name: "bottleneck",
  settings: "reservoir: 60, refilled every 60 s; retries a 429 after the body's msBeforeNext",
  create: async ({ fetch, load }) => {
    const { default: Bottleneck } = await load<Bottleneck>("bottleneck");
    const limiter = new Bottleneck({
      reservoir: LIMIT.requests,
      reservoirRefreshAmount: LIMIT.requests,
      reservoirRefreshInterval: LIMIT.windowSeconds * 1_000,
    });
    limiter.on("failed", (error) => (error instanceof HttpError ? error.retryAfterMs : undefined));
    return () => limiter.schedule(() => request(fetch));
  },
};

interface PThrottle {
  default(options: { limit: number; interval: number }): <Task>(task: Task) => Task;
}
interface PRetry {
  default(task: () => Promise<void>, options: object): Promise<void>;
}

/** The windows of p-throttle start at its first call. */
const pThrottle: Contender = {
  id: "p-throttle",
  name: "p-throttle + p-retry",
  settings: "limit: 60, interval: 60 s; p-retry with retries: 1,000, randomize: true, maxTimeout: 60 s",
  create: async ({ fetch, load }) => {
    const { default: pThrottle } = await load<PThrottle>("p-throttle");
    const { default: pRetry } = await load<PRetry>("p-retry");
    const throttle = pThrottle({ limit: LIMIT.requests, interval: LIMIT.windowSeconds * 1_000 });
    const attempt = throttle(() => request(fetch));
    return () => pRetry(attempt, { retries: UNLIMITED_ATTEMPTS, randomize: true, maxTimeout: MAX_BACKOFF_MS });
  },
};

interface OctokitClass {
  new (options: object): { request(route: string, parameters: object): Promise<unknown> };
  plugin(...plugins: unknown[]): OctokitClass;
}

/** Disables logging, which prints a line for each retry. */
function noop(): void {}

/** The throttling plugin sends one write per second. The retry plugin retries 429s. */
const octokit: Contender = {
  id: "octokit",
  name: "Octokit throttling + retry",
  settings: "both plugins; retry: { retries: 1,000 }; onRateLimit and onSecondaryRateLimit return true",
  create: async ({ fetch, load, process }) => {
    const { Octokit } = await load<{ Octokit: OctokitClass }>("@octokit/core");
    const { throttling } = await load<{ throttling: unknown }>("@octokit/plugin-throttling", `process=${process}`);
    const { retry } = await load<{ retry: unknown }>("@octokit/plugin-retry");
    const client = new (Octokit.plugin(throttling, retry))({
      baseUrl: "https://api.segmentapis.com",
      request: { fetch },
      log: { debug: noop, info: noop, warn: noop, error: noop },
      retry: { retries: UNLIMITED_ATTEMPTS },
      throttle: { onRateLimit: () => true, onSecondaryRateLimit: () => true },
    });
    return () => client.request("DELETE /users", { "userIds.0": "u1" });
  },
};

interface SmithyRetry {
  readonly AdaptiveRetryStrategy: new (attempts: () => Promise<number>) => {
    acquireInitialRetryToken(scope: string): Promise<unknown>;
    /** Rejects when no retry is left. */
    refreshRetryTokenForRetry(token: unknown, failure: { errorType: string; retryAfterHint: Date }): Promise<unknown>;
    recordSuccess(token: unknown): void;
  };
}

/** The default maximum of connections of the SDK. With 5 to 20, its retry budget runs out and calls fail. */
const AWS_CONCURRENCY = 50;

const awsAdaptive: Contender = {
  id: "aws-adaptive",
  name: "AWS SDK adaptive",
  settings: "50 concurrent calls, the SDK's connection limit; 1,000 attempts; msBeforeNext as retryAfterHint",
  create: async ({ fetch, load }) => {
    const { AdaptiveRetryStrategy } = await load<SmithyRetry>("@smithy/core/retry");
    const strategy = new AdaptiveRetryStrategy(() => Promise.resolve(UNLIMITED_ATTEMPTS));
    const makeCall = async (): Promise<void> => {
      let token = await strategy.acquireInitialRetryToken("segment");
      for (;;) {
        try {
          await request(fetch);
          strategy.recordSuccess(token);
          return;
        } catch (error) {
          if (!(error instanceof HttpError)) throw error;
          const retryAfterHint = new Date(Date.now() + error.retryAfterMs);
          token = await strategy.refreshRetryTokenForRetry(token, { errorType: "THROTTLING", retryAfterHint });
        }
      }
    };
    return limitConcurrency(load, makeCall, AWS_CONCURRENCY);
  },
};

const ky: Contender = {
  id: "ky",
  name: "ky",
  settings: "10 concurrent calls; retry: { limit: 1,000, jitter: true, backoffLimit: 60 s }",
  create: async ({ fetch, load }) => {
    const { default: ky } = await load<{ default(url: string, options: object): Promise<unknown> }>("ky");
    const retry = { limit: UNLIMITED_ATTEMPTS, jitter: true, backoffLimit: MAX_BACKOFF_MS };
    return limitConcurrency(load, () => ky(REQUEST_URL, { method: "delete", fetch, retry }));
  },
};

/** The npm libraries, in the order of the tables. */
export const peerContenders: readonly Contender[] = [bottleneck, pThrottle, octokit, awsAdaptive, ky];
