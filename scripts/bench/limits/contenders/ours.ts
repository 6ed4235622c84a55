import { createIamClient, deleteUsers } from "@segment-iam/client";
import { rateLimit } from "../../../../packages/helpers/src/rate-limit/rate-limit.ts";
import { sharedRateLimit } from "../../../../packages/helpers/src/redis/shared-rate-limit.ts";
import { retry } from "../../../../packages/helpers/src/retry/retry.ts";
import type { Contender } from "../contender.ts";

/** The calls are wanted, however long they wait; whoever waits for an answer would rather have an error after a minute. */
const PATIENCE_MS = 2 * 60 * 60_000;

export const ours: Contender = {
  id: "ours",
  name: "@segment-iam",
  settings: "retry({ deadlineMs: 2 h }), rateLimit({ maxWaitMs: 2 h }); with Redis what redisRateLimit is made of",
  canShare: true,
  create: async ({ fetch, windows }) => {
    const limiter = windows
      ? sharedRateLimit(windows, { maxWaitMs: PATIENCE_MS })
      : rateLimit({ maxWaitMs: PATIENCE_MS });
    const interceptors = [retry({ deadlineMs: PATIENCE_MS }), limiter];
    const iam = createIamClient({ token: "sgp_simulated", fetch, interceptors });
    return () => deleteUsers(iam, { userIds: ["u1"] });
  },
};
