import { IamError } from "./iam-error.ts";

/** Thrown when a client or one of its parts is set up wrongly: no token, an unknown region, an impossible limit. */
export class ConfigError extends IamError {
  static override readonly iamBrand: string = "ConfigError";
  declare readonly name: "ConfigError";
}
