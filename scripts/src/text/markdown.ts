import type { Json } from "../spec/json.ts";

/** Characters that are invisible or change the text direction, which can disguise a name. */
const INVISIBLE_CHARACTERS = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** An empty line, with any Unicode line terminator. */
const EMPTY_LINE = /(?:\r\n|[\n\r\u0085\u2028\u2029])\s*(?:\r\n|[\n\r\u0085\u2028\u2029])/;

/** Visible ASCII words with single spaces. Most texts match, and the test is much faster than the replacements. */
const PLAIN_WORDS = /^[!-~]+(?: [!-~]+)*$/;

const CODE_SPAN = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g;

/** A part of a word that GitHub turns into a link. */
const ADDRESS = /:\/\/|www\.|@/i;

/** Characters with a meaning anywhere in a line of Markdown or GitHub's math syntax. */
const SPECIAL_CHARACTERS = /[\\`*_[\]<>&|~$]/g;

/** A line start that makes a heading, list or rule. */
const BLOCK_START = /^(\d{0,9})([#+\-=.):])/;

/**
 * Writes any text as one line of Markdown that renders as plain text. All document prose passes through this function.
 *
 * The result contains no HTML, links or headings and does not end a table cell. Only code spans keep their meaning.
 */
export function markdown(text: string): string {
  const parts = toVisibleText(text).split(CODE_SPAN);
  // Splitting yields text, backticks and code in turn.
  const output = parts.map((part, index) => [escapeText(part), "", codeSpan(part)][index % 3] ?? "");
  return output
    .reduce(appendPart, "")
    .replace(BLOCK_START, String.raw`$1\$2`)
    .trim();
}

/** Writes any text as Markdown, with one paragraph for each paragraph of the text. */
export function paragraphs(text: string): string {
  return joinParts(text.split(EMPTY_LINE).map(markdown));
}

/** Joins the parts that are not empty. */
export function joinParts(parts: readonly string[], separator = "\n\n"): string {
  return parts.filter((part) => part !== "").join(separator);
}

/** Writes any text as a code span, or returns an empty string if there is no visible text. */
export function codeSpan(text: string): string {
  const content = toVisibleText(text);
  if (content === "") return "";
  if (!content.includes("`")) return `\`${content}\``;
  const longest = Math.max(...Array.from(content.matchAll(/`+/g), ([backticks]) => backticks.length));
  const backticks = "`".repeat(longest + 1);
  const space = /^`|`$/.test(content) ? " " : "";
  return backticks + space + content + space + backticks;
}

/** Escapes bars, which would end a table cell. */
export function escapeCell(text: string): string {
  return text.replace(/(\\*)\|/g, (bar, slashes: string) => (slashes.length % 2 === 0 ? `${slashes}\\|` : bar));
}

/** Writes a code block. No line starts with backticks, because all document texts in it are inside literals. */
export function codeBlock(language: "json" | "ts", program: string): string {
  return `\`\`\`${language}\n${program.replace(INVISIBLE_CHARACTERS, (found) => (found === "\n" ? found : unicodeEscape(found)))}\n\`\`\``;
}

/** Writes a value as a JSON code block, or returns an empty string if it is longer than `maxLength`. */
export function jsonBlock(value: Json | undefined, maxLength = 4_000): string {
  const text = JSON.stringify(value) ?? "";
  return text === "" || text.length > maxLength ? "" : codeBlock("json", text);
}

function toVisibleText(text: string): string {
  return PLAIN_WORDS.test(text)
    ? text
    : text.toWellFormed().replace(INVISIBLE_CHARACTERS, " ").replace(/\s+/g, " ").trim();
}

/** Appends a part, with a space between adjacent code spans, whose backticks would merge. */
function appendPart(before: string, part: string): string {
  return before + (before.endsWith("`") && part.startsWith("`") ? " " : "") + part;
}

function escapeText(text: string): string {
  if (!ADDRESS.test(text)) return escapeSpecial(text);
  return text.replace(/\S+/g, (word) => {
    if (!ADDRESS.test(word)) return escapeSpecial(word);
    const [, before = "", address = "", after = ""] = /^([("'[<]*)(.*?)([)\]>"'.,;:!?]*)$/.exec(word) ?? [];
    return escapeSpecial(before) + codeSpan(address) + escapeSpecial(after);
  });
}

function escapeSpecial(text: string): string {
  return text.replace(SPECIAL_CHARACTERS, String.raw`\$&`);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
