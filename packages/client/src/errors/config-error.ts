import { IamError } from "./iam-error.ts";

/** Thrown for an invalid option: no token, an unknown region, an impossible limit. */
export class ConfigError extends IamError {
  static override readonly iamBrand: string = "ConfigError";
  declare readonly name: "ConfigError";
}
