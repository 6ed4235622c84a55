/** Replaces the token in text. */
export type Redact = (text: string) => string;

/** The minimum length to redact. Shorter tokens are for mocks: they are not secret and can occur in other text. */
const MIN_SECRET_LENGTH = 8;

/**
 * Returns a function that replaces a token with `[redacted]`, in case the API echoes it. Also replaces the URL-encoded token.
 *
 * A token has no characters that JSON escapes, so the function also works on the output of `JSON.stringify`.
 */
export function createRedact(token: string): Redact {
  if (token.length < MIN_SECRET_LENGTH) return (text) => text;
  const encoded = encodeURIComponent(token);
  const forms = [...new Set([token, encoded, encoded.replaceAll(/%../g, (escape) => escape.toLowerCase())])];
  return (text) => forms.reduce((redacted, form) => redacted.replaceAll(form, "[redacted]"), text);
}
