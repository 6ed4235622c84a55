import { ConfigError, type Token } from "@segment-iam/client";

/** Replaces the token in text. */
export type Redact = (text: string) => string;

/** The number of recent tokens to redact. It exceeds the number of tokens in use during a token rotation. */
const MAX_TOKENS = 10;

/** The minimum length to redact. Shorter tokens are for mocks: they are not secret and can occur in other text. */
const MIN_SECRET_LENGTH = 8;

/** A token and the function that redacts it. */
export interface RedactedToken {
  /** The token for the client. */
  readonly token: Token;
  /** Replaces the token with `[redacted]`, including its JSON-escaped form. */
  readonly redact: Redact;
}

/** Wraps a token to redact it in responses, in case the API echoes it. */
export function redactToken(token: Token): RedactedToken {
  let used: string[] = [];
  return {
    token: typeof token === "string" ? remember(token) : async () => remember(await token()),
    redact: (text) => used.flatMap(formsOf).reduce((rest, form) => rest.replaceAll(form, "[redacted]"), text),
  };

  function remember<Value extends string | undefined>(value: Value): Value {
    // The client rejects a missing token.
    if (value === undefined) return value;
    if (typeof value !== "string")
      throw new ConfigError(`The token function must return a string, got ${typeof value}`);
    if (value.length >= MIN_SECRET_LENGTH && !used.includes(value)) used = [value, ...used].slice(0, MAX_TOKENS);
    return value;
  }
}

/** Returns the forms of a token in headers and in JSON. */
function formsOf(token: string): string[] {
  return [token, JSON.stringify(token).slice(1, -1)];
}
