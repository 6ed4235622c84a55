import { IamError } from "./iam-error.ts";

/** Thrown for an invalid option, such as a missing token or an unknown region. */
export class ConfigError extends IamError {
  static override readonly iamBrand: string = "ConfigError";
  declare readonly name: "ConfigError";
}
