import { ConfigError, type Token } from "@segment-iam/client";
import type { Redact } from "./json-response.ts";

/** How many tokens of a provider are remembered: more than are in use at once during a rotation. */
const MAX_TOKENS = 10;

/** A shorter token is that of a mock: not a secret, and likely to be part of other text. */
const MIN_SECRET_LENGTH = 8;

/** A token, and what redacts it. */
export interface RedactedToken {
  /** The token for the client. */
  readonly token: Token;
  /** Replaces the token with `[redacted]`, also where JSON escapes it. */
  readonly redact: Redact;
}

/** Remembers the tokens in use, so that they can be redacted if the API repeats one. */
export function redactToken(token: Token): RedactedToken {
  let used: string[] = [];
  return {
    token: typeof token === "string" ? remember(token) : async () => remember(await token()),
    redact: (text) => used.flatMap(formsOf).reduce((rest, form) => rest.replaceAll(form, "[redacted]"), text),
  };

  function remember(value: unknown): string {
    if (typeof value !== "string")
      throw new ConfigError(`The token function must return a string, got ${typeof value}`);
    if (value.length >= MIN_SECRET_LENGTH && !used.includes(value)) used = [value, ...used].slice(0, MAX_TOKENS);
    return value;
  }
}

/** How a token looks in a header and in JSON. */
function formsOf(token: string): string[] {
  return [token, JSON.stringify(token).slice(1, -1)];
}
