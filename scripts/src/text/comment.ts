const WIDTH = 120;

/**
 * Writes paragraphs as a doc comment followed by a line break. Returns an empty string if there is no text.
 *
 * No text can close the comment or start a tag or a directive (`@ts-ignore`). Only `tags`, a map of names to texts, adds tags.
 */
export function comment(paragraphs: readonly (string | undefined)[], tags: Record<string, string> = {}): string {
  const prose = paragraphs.flatMap((paragraph) => paragraph?.trim() || []).map(escapeComment);
  const tagged = Object.entries(tags).map(([name, text]) =>
    `@${name} ${text.replaceAll("*/", String.raw`*\/`)}`.trimEnd(),
  );
  if (prose.length + tagged.length === 0) return "";
  const text = [...prose, ...(tagged.length > 0 ? [tagged.join("\n")] : [])].join("\n\n").replace(/\n{3,}/g, "\n\n");
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap(wrap);
  if (lines.length === 1) return `/** ${lines[0]} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

/** Escapes sequences that end a comment or start a tag. Email addresses and `{@link name}` are unchanged. */
export function escapeComment(text: string): string {
  return text.replaceAll("*/", String.raw`*\/`).replace(/(?<!\w)@(?=\w)(?!link [\w$]+\})/g, String.raw`\@`);
}

/** Wraps a line of prose. Lines of tables and code, which start with a bar or a space, are not wrapped. */
function wrap(line: string): string[] {
  if (/^[\s|]/.test(line)) return [line];
  const lines: string[] = [];
  let rest = line;
  while (rest.length > WIDTH) {
    const at = rest.lastIndexOf(" ", WIDTH);
    if (at <= 0) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest];
}
