import { createIamClient, deleteUsers } from "@segment-iam/client";
import { rateLimit } from "../../../packages/helpers/src/rate-limit/rate-limit.ts";
import { sharedRateLimit } from "../../../packages/helpers/src/redis/shared-rate-limit.ts";
import { retry } from "../../../packages/helpers/src/retry/retry.ts";
import { UNLIMITED_ATTEMPTS, limitConcurrency, HttpError, request, type Contender } from "./contender.ts";
import { peerContenders } from "./peer-contenders.ts";

/** A deadline that exceeds the duration of any run. The default is a minute. */
const DEADLINE_MS = 2 * 60 * 60_000;
const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 20_000;

const segmentIam: Contender = {
  id: "segment-iam",
  name: "@segment-iam",
  settings: "retry({ deadlineMs: 2 h }), rateLimit({ maxWaitMs: 2 h }); with Redis: sharedRateLimit",
  supportsRedis: true,
  create: async ({ fetch, windows }) => {
    const options = { maxWaitMs: DEADLINE_MS };
    const limiter = windows ? sharedRateLimit(windows, options) : rateLimit(options);
    const interceptors = [retry({ deadlineMs: DEADLINE_MS }), limiter];
    const iam = createIamClient({ token: "sgp_simulated", fetch, interceptors });
    return () => deleteUsers(iam, { userIds: ["u1"] });
  },
};

/** Creates a hand-written retry loop. */
function createRetryLoop(
  id: string,
  name: string,
  settings: string,
  delayMs: (error: HttpError, attempt: number) => number,
): Contender {
  return {
    id,
    name,
    settings,
    create: ({ fetch, load }) =>
      limitConcurrency(load, async () => {
        for (let attempt = 0; attempt < UNLIMITED_ATTEMPTS; attempt += 1) {
          try {
            return await request(fetch);
          } catch (error) {
            if (!(error instanceof HttpError)) throw error;
            await new Promise((resolve) => setTimeout(resolve, delayMs(error, attempt)));
          }
        }
        throw new Error(`Failed after ${UNLIMITED_ATTEMPTS} attempts`);
      }),
  };
}

/** All contenders, in the order of the tables. */
export const CONTENDERS: readonly Contender[] = [
  segmentIam,
  ...peerContenders,
  createRetryLoop(
    "retry-after-loop",
    "retry loop with msBeforeNext",
    "10 concurrent calls; a loop that waits for the body's msBeforeNext, 1,000 attempts",
    ({ retryAfterMs }) => retryAfterMs,
  ),
  createRetryLoop(
    "backoff-loop",
    "retry loop with backoff",
    "10 concurrent calls; a loop with full jitter, uniform in [0, min(20 s, 0.5 s x 2^n)], 1,000 attempts",
    (_, attempt) => Math.random() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt),
  ),
];
