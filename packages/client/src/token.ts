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

/** Checks here because `Headers` repeats a bad value, which is a secret, in its error. The characters are those of RFC 6750, 2.1. */
export function checkToken(token: string): string {
  if (/^[\w.~+/-]+=*$/.test(token)) return token;
  throw new ConfigError("The token is empty, or has a character no header may hold; set it to a Public API token");
}

/** A text that came back from the wire without the token it may quote. */
export function withoutToken(text: string, token = ""): string {
  return token ? text.replaceAll(token, "[token]") : text;
}
