import { ConfigError } from "./errors/config-error.ts";

/** A Public API token, or a function that gives the current one. */
export type Token = string | (() => string | Promise<string>);

/**
 * The token to send now.
 *
 * @throws {ConfigError} when it is empty or cannot stand in a header. The message does not repeat it.
 */
export async function readToken(token: Token): Promise<string> {
  return checkToken(typeof token === "string" ? token : await token());
}

/** Checks here because `Headers` repeats a bad value, which is a secret, in its error. */
export function checkToken(token: string): string {
  if (!token) throw new ConfigError("The token is empty; set it to a Public API token of your workspace");
  if (!/^[\x21-\x7e]+$/.test(token)) throw new ConfigError("The token has a space or a character no header may hold");
  return token;
}
