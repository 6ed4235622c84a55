/** Turns figures into places, in a straight line: `from` of the domain is at `from` of the range. */
export function linearScale(domain: readonly [from: number, to: number], range: readonly [from: number, to: number]) {
  const [domainFrom, domainTo] = domain;
  const [from, to] = range;
  return (value: number): number => round(from + ((value - domainFrom) / (domainTo - domainFrom)) * (to - from));
}

/** A tenth of a pixel is all that anybody sees, and keeps files small. */
function round(place: number): number {
  return Math.round(place * 10) / 10;
}
