/** Replaces the token in text. */
export type Redact = (text: string) => string;

/** The minimum length to redact. Shorter tokens are for mocks: they are not secret and can occur in other text. */
const MIN_SECRET_LENGTH = 8;

/**
 * Returns a function that replaces a token with `[redacted]`, in case the API echoes it.
 *
 * A token has no characters that JSON escapes, so the function also works on the output of `JSON.stringify`.
 */
export function createRedact(token: string): Redact {
  return (text) => (token.length < MIN_SECRET_LENGTH ? text : text.replaceAll(token, "[redacted]"));
}
