/** A situation that the contenders are put in. */
export interface Case {
  readonly id: string;
  readonly title: string;
  /** How many processes share the quota and the calls. */
  readonly processes: number;
  /** Whether the processes have a Redis to agree through. Only contenders that can do so take part. */
  readonly hasRedis?: boolean;
  /** How many requests a minute somebody else sends, at random times. */
  readonly othersPerMinute: number;
  /** How far the server's clock is off. */
  readonly skewMs: number;
  /** What a round trip takes: a fixed time and an exponentially distributed one with this mean. */
  readonly roundTripMs: { readonly fixed: number; readonly mean: number };
  /** What ours has to reach. */
  readonly target: Target;
}

/** The least that ours has to reach, with every seed unless it says otherwise. */
export interface Target {
  /** The ideal time divided by the time taken. */
  readonly efficiency?: number;
  /** The median of the seeds: how much of its quota the other consumer gets is a matter of luck. */
  readonly medianSeconds?: number;
  readonly seconds?: number;
  readonly refused?: number;
  readonly refusedInWindow?: number;
}

/** How many calls are made at once at the start, and the limit they meet. */
export const CALLS = 600;
export const LIMIT: { readonly requests: number; readonly windowSeconds: number } = { requests: 60, windowSeconds: 60 };

const usual = { processes: 1, othersPerMinute: 0, skewMs: 0, roundTripMs: { fixed: 10, mean: 15 } };
const FIVE_MINUTES_MS = 5 * 60_000;
const perfect: Target = { efficiency: 0.995, refused: 0 };

export const CASES: readonly Case[] = [
  { ...usual, id: "alone", title: "Alone", target: perfect },
  { ...usual, id: "ahead", title: "The server's clock is 5 minutes ahead", skewMs: FIVE_MINUTES_MS, target: perfect },
  {
    ...usual,
    id: "behind",
    title: "The server's clock is 5 minutes behind",
    skewMs: -FIVE_MINUTES_MS,
    target: perfect,
  },
  {
    ...usual,
    id: "others",
    title: "Somebody else takes 10 a minute of the quota",
    othersPerMinute: 10,
    target: { medianSeconds: 585, refused: 0 },
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
