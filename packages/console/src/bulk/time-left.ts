/** A time that is left, in words: `about 20 s`, `about 3 min`. */
export function timeLeft(etaMs: number): string {
  const seconds = Math.ceil(etaMs / 1_000);
  return seconds < 90 ? `about ${seconds} s` : `about ${Math.round(seconds / 60)} min`;
}
