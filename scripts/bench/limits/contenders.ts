import type { Contender } from "./contender.ts";
import { awsAdaptive } from "./contenders/aws-adaptive.ts";
import { bottleneck } from "./contenders/bottleneck.ts";
import { ky } from "./contenders/ky.ts";
import { octokit } from "./contenders/octokit.ts";
import { ours } from "./contenders/ours.ts";
import { pThrottle } from "./contenders/p-throttle.ts";
import { plainRetry } from "./contenders/plain-retry.ts";
import { toldRetry } from "./contenders/told-retry.ts";

/** Everybody who takes part, in the order of the tables. */
export const CONTENDERS: readonly Contender[] = [
  ours,
  bottleneck,
  pThrottle,
  octokit,
  awsAdaptive,
  ky,
  toldRetry,
  plainRetry,
];
