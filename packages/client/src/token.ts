import { ConfigError } from "./errors/config-error.ts";

/** A Public API token, or a function that gives the current one. */
export type Token = string | (() => string | Promise<string>);

/**
 * Checks a token before `Headers` does, which would repeat a bad value, a secret, in its error. The characters are those of RFC 6750, 2.1.
 *
 * @throws {ConfigError} when it is missing or cannot stand in a header. The message does not repeat it.
 */
export function checkToken(token: unknown = ""): string {
  if (/^[\w.~+/-]+=*$/.test(`${token}`)) return `${token}`;
  throw new ConfigError("The token is missing or cannot be sent in a header");
}
