import { LIMIT } from "../cases.ts";
import { ENDLESS, LONGEST_BACKOFF_MS, request, type Contender } from "../contender.ts";

interface PThrottle {
  default(options: { limit: number; interval: number }): <Task>(task: Task) => Task;
}
interface PRetry {
  default(
    task: () => Promise<void>,
    options: { retries: number; randomize: boolean; maxTimeout: number },
  ): Promise<void>;
}

/** Attempts in windows of its own, counted from its own first call; with p-retry's exponential backoff around each call. */
export const pThrottle: Contender = {
  id: "p-throttle",
  name: "p-throttle + p-retry",
  settings: "limit: 60, interval: 60 s; around it retries: 1,000, randomize: true, maxTimeout: 60 s",
  create: async ({ fetch, load }) => {
    const { default: pThrottle } = await load<PThrottle>("p-throttle");
    const { default: pRetry } = await load<PRetry>("p-retry");
    const throttle = pThrottle({ limit: LIMIT.requests, interval: LIMIT.windowSeconds * 1_000 });
    const attempt = throttle(() => request(fetch));
    return () => pRetry(attempt, { retries: ENDLESS, randomize: true, maxTimeout: LONGEST_BACKOFF_MS });
  },
};
