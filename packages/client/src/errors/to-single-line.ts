/**
 * Returns text of a server on one line. White space becomes one space. Other control characters, lone surrogates and characters that
 * reverse the direction of text become `\u{1b}`. The text can then neither forge a log line nor control a terminal.
 */
export function toSingleLine(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_C}]/gu, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** Returns the first 200 characters of a body on one line, for an error. */
export function excerptOf(body: string): string {
  return toSingleLine(body.trim().slice(0, 200));
}
