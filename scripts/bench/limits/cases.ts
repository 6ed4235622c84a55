/** The conditions of a simulation. */
export interface Case {
  readonly id: string;
  readonly title: string;
  /** The number of processes that share the limit and the calls. */
  readonly processes: number;
  /** Whether the processes share a Redis. Only contenders with `supportsRedis` take part. */
  readonly hasRedis: boolean;
  /** The requests per minute of another consumer, at random times. They begin before the calls. */
  readonly otherRequestsPerMinute: number;
  /** The offset of the server's clock in milliseconds. */
  readonly skewMs: number;
  /** Which responses carry the rate limit headers. The API promises them for successes only. */
  readonly usageHeaders: "success" | "always";
  /** The duration of a round trip: a fixed part plus an exponentially distributed part with this mean. */
  readonly roundTripMs: { readonly fixed: number; readonly mean: number };
  readonly target: Target;
}

/** The targets of @segment-iam, for every seed unless stated otherwise. */
export interface Target {
  /** The minimum of the ideal time divided by the measured time. */
  readonly efficiency?: number;
  /** The maximum time. */
  readonly seconds?: number;
  /** The maximum of the mean time over all seeds. Used when the share of another consumer is random. */
  readonly meanSeconds?: number;
  /** The maximum number of 429s. */
  readonly throttled?: number;
  /** The maximum of the median number of 429s over all seeds. Used when requests of another consumer can cause some. */
  readonly medianThrottled?: number;
  readonly throttledInWindow?: number;
}

/** The number of calls, all made at the start. */
export const CALLS = 600;

/** The limit of the API. */
export const LIMIT: { readonly requests: number; readonly windowSeconds: number } = { requests: 60, windowSeconds: 60 };

/** The shortest possible time. It ends when the last required window begins. */
export const IDEAL_SECONDS: number = (CALLS / LIMIT.requests - 1) * LIMIT.windowSeconds;

const defaults = {
  processes: 1,
  hasRedis: false,
  otherRequestsPerMinute: 0,
  skewMs: 0,
  usageHeaders: "success",
  roundTripMs: { fixed: 10, mean: 15 },
} as const;
const FIVE_MINUTES_MS = 5 * 60_000;
const perfect: Target = { efficiency: 0.995, throttled: 0 };

export const CASES: readonly Case[] = [
  { ...defaults, id: "single", title: "One process", target: perfect },
  {
    ...defaults,
    id: "headers-on-429",
    title: "429s carry the rate limit headers, too",
    usageHeaders: "always",
    target: perfect,
  },
  {
    ...defaults,
    id: "clock-ahead",
    title: "429s carry the headers, and the server's clock is 5 minutes ahead",
    usageHeaders: "always",
    skewMs: FIVE_MINUTES_MS,
    target: perfect,
  },
  {
    ...defaults,
    id: "clock-behind",
    title: "429s carry the headers, and the server's clock is 5 minutes behind",
    usageHeaders: "always",
    skewMs: -FIVE_MINUTES_MS,
    target: perfect,
  },
  {
    ...defaults,
    id: "other-consumer",
    title: "Another consumer sends 10 requests per minute",
    otherRequestsPerMinute: 10,
    target: { meanSeconds: 585, medianThrottled: 0 },
  },
  {
    ...defaults,
    id: "processes",
    title: "4 independent processes",
    processes: 4,
    target: { seconds: 546, throttledInWindow: 4 },
  },
  {
    ...defaults,
    id: "redis",
    title: "4 processes that share a limit through Redis",
    processes: 4,
    hasRedis: true,
    target: { seconds: 543, throttled: 0 },
  },
  {
    ...defaults,
    id: "slow-network",
    title: "Round trips of 620 ms on average",
    roundTripMs: { fixed: 300, mean: 320 },
    target: { efficiency: 0.98, throttled: 0 },
  },
];
