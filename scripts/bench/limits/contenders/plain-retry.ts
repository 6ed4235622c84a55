import { AT_ONCE, ENDLESS, RefusedError, request, type Contender } from "../contender.ts";
import { limitConcurrency } from "../limit-concurrency.ts";

const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 20_000;

/** What many write by hand: a loop with exponential backoff and full jitter. */
export const plainRetry: Contender = {
  id: "plain-retry",
  name: "backoff with jitter",
  settings: "10 calls at once; a loop with full jitter, uniform in [0, min(20 s, 0.5 s x 2^n)], 1,000 attempts",
  create: async ({ fetch }) => {
    const inTurn = limitConcurrency(AT_ONCE);
    const makeCall = async (): Promise<void> => {
      for (let attempt = 0; attempt < ENDLESS; attempt += 1) {
        try {
          return await request(fetch);
        } catch (error) {
          if (!(error instanceof RefusedError)) throw error;
          const delayMs = Math.random() * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
          await new Promise((resolve) => setTimeout(resolve, delayMs));
        }
      }
      throw new Error("Tried too often");
    };
    return () => inTurn(makeCall);
  },
};
