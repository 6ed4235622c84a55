import type { Random } from "../random.ts";

/** A delay in milliseconds: a number, a range to draw from uniformly, or a function of a random number generator. */
export type Latency = number | readonly [minMs: number, maxMs: number] | ((random: () => number) => number);

/** Returns the delay before a response, in milliseconds. */
export function latencyOf(latencyMs: Latency, random: Random): number {
  if (typeof latencyMs === "number") return latencyMs;
  if (typeof latencyMs === "function") return latencyMs(random);
  const [minMs, maxMs] = latencyMs;
  return minMs + random() * (maxMs - minMs);
}
