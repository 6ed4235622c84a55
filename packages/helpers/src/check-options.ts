import { ConfigError } from "@segment-iam/client";

/**
 * Checks that numeric options are at least `least`. When `least` is 1, they must also be whole numbers. `Infinity` is allowed.
 *
 * @throws {ConfigError} for a number that is too low, not whole, or `NaN`
 */
export function checkOptions(options: object, least: 0 | 1 = 0): void {
  for (const [name, value] of Object.entries(options))
    if (value < least || Number.isNaN(value) || (least && value % 1))
      throw new ConfigError(`${name} must be ${least ? "an integer" : "a number"} of at least ${least}, got ${value}`);
}
