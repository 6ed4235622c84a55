/**
 * Reads an option with comma-separated names, such as `--parts bundles,types`.
 *
 * @throws {RangeError} if a name is unknown
 */
export function readNames(option: string, value: string, known: readonly string[]): string[] {
  const names = value.split(",");
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names;
  throw new RangeError(`Unknown name "${unknown}" in ${option}; expected any of ${known.join(", ")}`);
}

/** Reads an option with a number, such as `--rounds 5`. @throws {RangeError} if it is not a positive integer */
export function readPositiveInteger(option: string, value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new RangeError(`${option} must be a positive integer, got "${value}"`);
}
