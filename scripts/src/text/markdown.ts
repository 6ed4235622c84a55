import type { Json } from "../spec/json.ts";

/** Codes that show nothing or reorder what follows, with which one name could pass for another. */
const INVISIBLE = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** What ends a paragraph, in all alphabets. */
const EMPTY_LINE = /(?:\r\n|[\n\r\u0085\u2028\u2029])\s*(?:\r\n|[\n\r\u0085\u2028\u2029])/;

/** Texts without anything to escape. Most are, and testing for it saves most of the time. */
const WORDS = /^[!-~]+(?: [!-~]+)*$/;

const CODE_SPAN = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g;

/** A word that GitHub would turn into a link. */
const ADDRESS = /:\/\/|www\.|@/i;

/** Characters with a meaning anywhere in a line of Markdown, or in GitHub's mathematics. */
const SPECIAL = /[\\`*_[\]<>&|~$]/g;

/** What turns the line that it starts into a heading, a list or a rule. */
const FIRST = /^(\d{0,9})([#+\-=.):])/;

/**
 * Writes any text as Markdown on one line that shows it as it is. All prose of the document goes through here.
 *
 * It makes no HTML, no link and no heading, ends no table cell, and only spans of code are more than text.
 */
export function markdown(text: string): string {
  const parts = visible(text).split(CODE_SPAN);
  // Each span gives two captures, its quotes and its code, between the texts.
  const written = parts.map((part, index) => [plain(part), "", code(part)][index % 3] ?? "");
  return written
    .reduce(append, "")
    .replace(FIRST, String.raw`$1\$2`)
    .trim();
}

/** Writes any text as Markdown with its paragraphs. */
export function paragraphs(text: string): string {
  return joined(text.split(EMPTY_LINE).map(markdown));
}

/** Joins the parts of a page that are not empty. */
export function joined(parts: readonly string[], separator = "\n\n"): string {
  return parts.filter((part) => part !== "").join(separator);
}

/** Writes any text as a span of code, or nothing when there is no text. */
export function code(text: string): string {
  const content = visible(text);
  if (content === "") return "";
  if (!content.includes("`")) return `\`${content}\``;
  const longest = Math.max(...Array.from(content.matchAll(/`+/g), ([quotes]) => quotes.length));
  const quotes = "`".repeat(longest + 1);
  const space = /^`|`$/.test(content) ? " " : "";
  return quotes + space + content + space + quotes;
}

/** Keeps the content of a table's cell from ending it. */
export function cell(written: string): string {
  return written.replace(/(\\*)\|/g, (bar, slashes: string) => (slashes.length % 2 === 0 ? `${slashes}\\|` : bar));
}

/** Writes a block of code. No line in it starts with quotes, because all texts of the document are in literals. */
export function block(language: "json" | "ts", program: string): string {
  return `\`\`\`${language}\n${program.replace(INVISIBLE, (found) => (found === "\n" ? found : escaped(found)))}\n\`\`\``;
}

/** Writes a value as a block of JSON, or nothing when it is too long to be read. */
export function jsonBlock(value: Json | undefined, maxLength = 4_000): string {
  const text = JSON.stringify(value) ?? "";
  return text === "" || text.length > maxLength ? "" : block("json", text);
}

function visible(text: string): string {
  return WORDS.test(text) ? text : text.toWellFormed().replace(INVISIBLE, " ").replace(/\s+/g, " ").trim();
}

/** Appends with a space between two spans of code, which would share their quotes. */
function append(before: string, part: string): string {
  return before + (before.endsWith("`") && part.startsWith("`") ? " " : "") + part;
}

function plain(text: string): string {
  if (!ADDRESS.test(text)) return escapeSpecial(text);
  return text.replace(/\S+/g, (word) => {
    if (!ADDRESS.test(word)) return escapeSpecial(word);
    const [, before = "", address = "", after = ""] = /^([("'[<]*)(.*?)([)\]>"'.,;:!?]*)$/.exec(word) ?? [];
    return escapeSpecial(before) + code(address) + escapeSpecial(after);
  });
}

function escapeSpecial(text: string): string {
  return text.replace(SPECIAL, String.raw`\$&`);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
