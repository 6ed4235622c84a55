import type { Json } from "../spec/json.ts";

/** Codes that show nothing, or show what follows in another order: a name could pass for another with them. */
const INVISIBLE = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** What a paragraph ends with, in all alphabets. */
const EMPTY_LINE = /(?:\r\n|[\n\r\u0085\u2028\u2029])\s*(?:\r\n|[\n\r\u0085\u2028\u2029])/;

/** Texts that nothing has to be done for: most of them, which saves most of the time. */
const WORDS = /^[!-~]+(?: [!-~]+)*$/;

const CODE_SPAN = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g;

/** A word that GitHub would make a link of: the address of a page or of a person. */
const ADDRESS = /:\/\/|www\.|@/i;

/** What means something to Markdown anywhere in a line, and to GitHub's mathematics. */
const SPECIAL = /[\\`*_[\]<>&|~$]/g;

/** What makes a heading, a list or a rule of a line that begins with it. */
const FIRST = /^(\d{0,9})([#+\-=.):])/;

/** Longer examples would bury what they are to show. */
const MAX_JSON_LENGTH = 4_000;

/**
 * Writes any text as Markdown that shows it as it is, on one line. All prose of the document goes through here.
 *
 * It makes no HTML, no link and no heading, ends no table cell, and nothing in it but spans of code is more than text.
 */
export function markdown(text: string): string {
  const parts = visible(text).split(CODE_SPAN);
  // Each span gives two captures, its quotes and its code, between the texts.
  const written = parts.map((part, index) => [plain(part), "", code(part)][index % 3]);
  return written
    .reduce<string>(append, "")
    .replace(FIRST, String.raw`$1\$2`)
    .trim();
}

/** Writes any text as Markdown with its paragraphs. */
export function paragraphs(text: string): string {
  return text
    .split(EMPTY_LINE)
    .map(markdown)
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** Writes any text as a span of code; nothing when there is no text. */
export function code(text: string): string {
  const content = visible(text);
  if (content === "") return "";
  if (!content.includes("`")) return `\`${content}\``;
  const longest = Math.max(...Array.from(content.matchAll(/`+/g), ([quotes]) => quotes.length));
  const quotes = "`".repeat(longest + 1);
  const space = /^`|`$/.test(content) ? " " : "";
  return quotes + space + content + space + quotes;
}

/** Keeps what stands in a table's cell from ending it. */
export function cell(written: string): string {
  return written.replace(/(\\*)\|/g, (bar, slashes: string) => (slashes.length % 2 === 0 ? `${slashes}\\|` : bar));
}

/** A block of code. What is in it begins no line with quotes of its own: all texts of the document are in literals. */
export function block(language: string, program: string): string {
  return `\`\`\`${language}\n${program.trim().replace(INVISIBLE, (found) => (found === "\n" ? found : escaped(found)))}\n\`\`\``;
}

/** A block with a value, unless that is too long to be read. */
export function jsonBlock(value: Json): string | undefined {
  const text = JSON.stringify(value);
  return text.length > MAX_JSON_LENGTH ? undefined : block("json", text);
}

function visible(text: string): string {
  if (WORDS.test(text)) return text;
  return text.toWellFormed().replace(INVISIBLE, " ").replace(/\s+/g, " ").trim();
}

/** Two spans side by side would share their quotes, and show what is in them as Markdown. */
function append(before: string, part: string = ""): string {
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
