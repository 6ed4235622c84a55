/** A situation that the contenders are put in. */
export interface Case {
  readonly id: string;
  readonly title: string;
  /** How many processes share the quota and the calls. */
  readonly processes: number;
  /** Whether the processes have a Redis to agree through. Only contenders that can do so here take part. */
  readonly hasRedis: boolean;
  /** How many requests a minute somebody else sends, at random times and from long before. */
  readonly othersPerMinute: number;
  /** How far the server's clock is off. */
  readonly skewMs: number;
  /** Whether 429s carry the headers that the API promises for successes only. */
  readonly tellsInRefusals: boolean;
  /** What a round trip takes: a fixed time and an exponentially distributed one with this mean. */
  readonly roundTripMs: { readonly fixed: number; readonly mean: number };
  /** What ours has to reach. */
  readonly target: Target;
}

/** The least that ours has to reach, with every seed unless it says otherwise. */
export interface Target {
  /** The ideal time divided by the time taken. */
  readonly efficiency?: number;
  readonly seconds?: number;
  /** The mean of the seeds: when the others' window ends, and how much of it they leave, is a matter of luck. */
  readonly meanSeconds?: number;
  readonly refused?: number;
  /** The median of the seeds: a request may always cross with one of somebody else's. */
  readonly medianRefused?: number;
  readonly refusedInWindow?: number;
}

/** How many calls are made at once at the start. */
export const CALLS = 600;

/** The limit they meet. */
export const LIMIT: { readonly requests: number; readonly windowSeconds: number } = { requests: 60, windowSeconds: 60 };

/** How long it takes whoever knows everything beforehand: until the last window that is needed begins. */
export const IDEAL_SECONDS: number = (CALLS / LIMIT.requests - 1) * LIMIT.windowSeconds;

const usual = {
  processes: 1,
  hasRedis: false,
  othersPerMinute: 0,
  skewMs: 0,
  tellsInRefusals: false,
  roundTripMs: { fixed: 10, mean: 15 },
};
const FIVE_MINUTES_MS = 5 * 60_000;
const perfect: Target = { efficiency: 0.995, refused: 0 };

export const CASES: readonly Case[] = [
  { ...usual, id: "alone", title: "Alone", target: perfect },
  {
    ...usual,
    id: "told",
    title: "429s carry the headers that the API promises for successes only",
    tellsInRefusals: true,
    target: perfect,
  },
  {
    ...usual,
    id: "ahead",
    title: "The same, and the server's clock is 5 minutes ahead",
    tellsInRefusals: true,
    skewMs: FIVE_MINUTES_MS,
    target: perfect,
  },
  {
    ...usual,
    id: "behind",
    title: "The same, and the server's clock is 5 minutes behind",
    tellsInRefusals: true,
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
