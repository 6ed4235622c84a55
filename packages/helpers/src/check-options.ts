import { ConfigError } from "@segment-iam/client";

/**
 * Checks the numbers among the options. Lengths of time, and counts that may be none, have to be 0 or more; where `least` is 1 they
 * are counts of something that has to be there, and whole.
 *
 * @throws {ConfigError} for one that cannot be, `NaN` included. `Infinity` can.
 */
export function checkOptions(options: object, least: 0 | 1 = 0): void {
  for (const [name, value] of Object.entries(options))
    if (value < least || Number.isNaN(value) || (least && value % 1))
      throw new ConfigError(`The ${name} cannot be ${value}; use ${least} or more`);
}
