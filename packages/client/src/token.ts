import { ConfigError } from "./errors/request-errors.ts";

/**
 * A Public API token, or a function that returns the current one. If the function returns `undefined`, such as the value of an environment
 * variable that is not set, the call throws `ConfigError`.
 */
export type Token = string | (() => string | undefined | Promise<string | undefined>);

const MISSING = 'The token is missing. Set "token", for example to process.env.SEGMENT_TOKEN, or "baseUrl" for a proxy';

/**
 * Validates a token (RFC 6750, 2.1). Without this check, `Headers` would throw an error whose message contains the token.
 *
 * @param missing the message for a missing token
 * @throws {ConfigError} when it is missing or has invalid characters. The message does not contain it.
 */
export function checkToken(token: unknown, missing: string = MISSING): string {
  const text = `${token ?? ""}`;
  if (/^[\w.~+/-]+=*$/.test(text)) return text;
  throw new ConfigError(text ? "The token has invalid characters" : missing);
}

/** The minimum length of a secret, in characters. Redacting a shorter token, such as a test's, would also replace unrelated text. */
const MIN_SECRET_LENGTH = 8;

/** Replaces the token in text, also if it is URL-encoded, with `[token]`. Returns any other value unchanged. */
export function redactToken<Value>(value: Value, token: string | undefined): Value {
  if (typeof value !== "string" || !token?.[MIN_SECRET_LENGTH - 1]) return value;
  const encoded = encodeURIComponent(token);
  const forms = [token, encoded, encoded.replaceAll(/%../g, (escape) => escape.toLowerCase())];
  return forms.reduce<string>((text, form) => text.replaceAll(form, "[token]"), value) as Value & string;
}
