const WIDTH = 116;

/**
 * Writes paragraphs as a doc comment, with a line break after it; nothing when there is nothing to say.
 *
 * No text can close the comment or begin a tag or a directive (`@ts-ignore`) in it; `tags` are ours and stay as they are.
 */
export function comment(paragraphs: readonly (string | undefined)[], tags: readonly string[] = []): string {
  const prose = paragraphs.flatMap((paragraph) => paragraph?.trim() || []).map(harmless);
  const blocks = [...prose, ...(tags.length > 0 ? [tags.join("\n")] : [])];
  const lines = blocks.join("\n\n").split(/\r\n|[\n\r\u2028\u2029]/).flatMap(wrap);
  if (blocks.length === 0) return "";
  if (lines.length === 1) return `/** ${lines[0]} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

function harmless(text: string): string {
  return text.replaceAll("*/", String.raw`*\/`).replace(/(?<!\w)@(?=\w)/g, String.raw`\@`);
}

/** Breaks a line of prose between words. Tables and code, which begin with a bar or a space, keep their lines. */
function wrap(line: string): string[] {
  if (line.length <= WIDTH || /^[\s|]/.test(line)) return [line];
  const at = line.lastIndexOf(" ", WIDTH);
  return at <= 0 ? [line] : [line.slice(0, at), ...wrap(line.slice(at + 1))];
}
