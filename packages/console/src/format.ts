/** A number with thousands separated: `1,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString("en");
}

/** A number of things, in words: `1 user`, `1,000 users`. */
export function counted(count: number, [one, several]: readonly [one: string, several: string]): string {
  return `${formatCount(count)} ${count === 1 ? one : several}`;
}
