import { AT_ONCE, ENDLESS, RefusedError, request, type Contender } from "../contender.ts";
import { limitConcurrency } from "../limit-concurrency.ts";

/** What somebody writes by hand who has read that the body of a 429 says how long to wait. */
export const toldRetry: Contender = {
  id: "told-retry",
  name: "retry when the 429 says",
  settings: "10 calls at once; a loop that waits for the body's msBeforeNext, 1,000 attempts",
  create: async ({ fetch }) => {
    const inTurn = limitConcurrency(AT_ONCE);
    const makeCall = async (): Promise<void> => {
      for (let attempt = 0; attempt < ENDLESS; attempt += 1) {
        try {
          return await request(fetch);
        } catch (error) {
          if (!(error instanceof RefusedError)) throw error;
          await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs));
        }
      }
      throw new Error("Tried too often");
    };
    return () => inTurn(makeCall);
  },
};
