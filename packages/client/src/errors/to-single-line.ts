/**
 * Matches control characters, characters that reverse the direction of text, and lone surrogates. It does not use classes such as `\p{Cc}`,
 * because not every version of Hermes, the engine of React Native, supports them.
 */
// oxlint-disable-next-line no-control-regex -- the expression matches control characters
const UNPRINTABLE = /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;

/**
 * Returns text from a server on one line. White space becomes one space, and an unprintable character becomes its code, such as `\u{1b}`.
 * The text can then neither forge a log line nor control a terminal.
 */
export function toSingleLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(UNPRINTABLE, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** Returns the first 200 characters of a body on one line, for an error. */
export function excerptOf(body: string): string {
  return toSingleLine(body.trim().slice(0, 200));
}
