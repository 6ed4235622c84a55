import { IamError } from "./iam-error.ts";

/** Thrown for an invalid option, such as a missing token or an unknown region. */
export class ConfigError extends IamError {
  static override readonly iamBrand: string = "ConfigError";
  declare readonly name: "ConfigError";
}

/** Thrown before anything is sent, when the input of an operation is invalid. */
export class InputError extends IamError {
  static override readonly iamBrand: string = "InputError";
  declare readonly name: "InputError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** The invalid input, with dots for its members: `invites.0.email`. */
  declare readonly field: string;

  /** @param reason the part of the message after the field name, such as `must not be empty` */
  constructor(operation: string, field: string, reason: string) {
    super(`${operation}: ${field} ${reason}`, { operation, field });
  }
}
