/** Times between events that happen at random, or anything else that has no memory. */
export function exponential(random: () => number, mean: number): number {
  return -Math.log(1 - random()) * mean;
}
