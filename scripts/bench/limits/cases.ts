/** The conditions of a simulation. */
export interface Case {
  readonly id: string;
  readonly title: string;
  /** The number of processes that share the limit and the calls. */
  readonly processes: number;
  /** Whether the processes share a Redis. Only contenders that can use it here take part. */
  readonly hasRedis: boolean;
  /** The requests a minute of another consumer, at random times and since long before the start. */
  readonly othersPerMinute: number;
  /** The error of the server's clock. */
  readonly skewMs: number;
  /** Which responses carry the rate limit headers. The API promises them for successes only. */
  readonly usageHeaders: "success" | "always";
  /** The time of a round trip: a fixed part, and an exponentially distributed one with this mean. */
  readonly roundTripMs: { readonly fixed: number; readonly mean: number };
  readonly target: Target;
}

/** What our figures must reach, with every seed unless stated otherwise. */
export interface Target {
  /** The ideal time divided by the time taken. */
  readonly efficiency?: number;
  readonly seconds?: number;
  /** The mean of the seeds: how much of a window the other consumer leaves is random. */
  readonly meanSeconds?: number;
  readonly refused?: number;
  /** The median of the seeds: a request may always cross one of another consumer. */
  readonly medianRefused?: number;
  readonly refusedInWindow?: number;
}

/** The number of calls, all made at the start. */
export const CALLS = 600;

/** The limit of the API. */
export const LIMIT: { readonly requests: number; readonly windowSeconds: number } = { requests: 60, windowSeconds: 60 };

/** The shortest possible time: until the last window that is needed begins. */
export const IDEAL_SECONDS: number = (CALLS / LIMIT.requests - 1) * LIMIT.windowSeconds;

const usual = {
  processes: 1,
  hasRedis: false,
  othersPerMinute: 0,
  skewMs: 0,
  usageHeaders: "success",
  roundTripMs: { fixed: 10, mean: 15 },
} as const;
const FIVE_MINUTES_MS = 5 * 60_000;
const perfect: Target = { efficiency: 0.995, refused: 0 };

export const CASES: readonly Case[] = [
  { ...usual, id: "alone", title: "Alone", target: perfect },
  {
    ...usual,
    id: "told",
    title: "429s carry the headers that the API promises for successes only",
    usageHeaders: "always",
    target: perfect,
  },
  {
    ...usual,
    id: "ahead",
    title: "The same, and the server's clock is 5 minutes ahead",
    usageHeaders: "always",
    skewMs: FIVE_MINUTES_MS,
    target: perfect,
  },
  {
    ...usual,
    id: "behind",
    title: "The same, and the server's clock is 5 minutes behind",
    usageHeaders: "always",
    skewMs: -FIVE_MINUTES_MS,
    target: perfect,
  },
  {
    ...usual,
    id: "others",
    title: "Somebody else sends 10 a minute",
    othersPerMinute: 10,
    target: { meanSeconds: 585, medianRefused: 0 },
  },
  {
    ...usual,
    id: "processes",
    title: "4 processes that know nothing of each other",
    processes: 4,
    target: { seconds: 546, refusedInWindow: 4 },
  },
  {
    ...usual,
    id: "redis",
    title: "4 processes that agree through Redis",
    processes: 4,
    hasRedis: true,
    target: { seconds: 543, refused: 0 },
  },
  {
    ...usual,
    id: "slow",
    title: "A round trip takes 620 ms on average",
    roundTripMs: { fixed: 300, mean: 320 },
    target: { efficiency: 0.98, refused: 0 },
  },
];
