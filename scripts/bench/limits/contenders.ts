import { createIamClient, deleteUsers } from "@segment-iam/client";
import { rateLimit } from "../../../packages/helpers/src/rate-limit/rate-limit.ts";
import { sharedRateLimit } from "../../../packages/helpers/src/redis/shared-rate-limit.ts";
import { retry } from "../../../packages/helpers/src/retry/retry.ts";
import { ENDLESS, limitConcurrency, RefusedError, request, type Contender } from "./contender.ts";
import { peerContenders } from "./peer-contenders.ts";

/** Longer than any run. The default deadline of a minute suits a person who waits for a response. */
const DEADLINE_MS = 2 * 60 * 60_000;
const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 20_000;

const ours: Contender = {
  id: "ours",
  name: "@segment-iam",
  settings: "retry({ deadlineMs: 2 h }), rateLimit({ maxWaitMs: 2 h }); with Redis what redisRateLimit is made of",
  canShare: true,
  create: async ({ fetch, windows }) => {
    const options = { maxWaitMs: DEADLINE_MS };
    const limiter = windows ? sharedRateLimit(windows, options) : rateLimit(options);
    const interceptors = [retry({ deadlineMs: DEADLINE_MS }), limiter];
    const iam = createIamClient({ token: "sgp_simulated", fetch, interceptors });
    return () => deleteUsers(iam, { userIds: ["u1"] });
  },
};

/** A loop written by hand. */
function loop(
  id: string,
  name: string,
  settings: string,
  delayMs: (error: RefusedError, attempt: number) => number,
): Contender {
  return {
    id,
    name,
    settings,
    create: ({ fetch, load }) =>
      limitConcurrency(load, async () => {
        for (let attempt = 0; attempt < ENDLESS; attempt += 1) {
          try {
            return await request(fetch);
          } catch (error) {
            if (!(error instanceof RefusedError)) throw error;
            await new Promise((resolve) => setTimeout(resolve, delayMs(error, attempt)));
          }
        }
        throw new Error(`Gave up after ${ENDLESS} attempts`);
      }),
  };
}

/** All contenders, in the order of the tables. */
export const CONTENDERS: readonly Contender[] = [
  ours,
  ...peerContenders,
  loop(
    "told-retry",
    "retry when the 429 says",
    "10 calls at once; a loop that waits for the body's msBeforeNext, 1,000 attempts",
    ({ retryAfterMs }) => retryAfterMs,
  ),
  loop(
    "plain-retry",
    "backoff with jitter",
    "10 calls at once; a loop with full jitter, uniform in [0, min(20 s, 0.5 s x 2^n)], 1,000 attempts",
    (_, attempt) => Math.random() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt),
  ),
];
