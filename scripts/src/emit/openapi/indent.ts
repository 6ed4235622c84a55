/** Indents code in which a brace opens at the end of a line and closes at the beginning of one, except in comments. */
export function indent(code: string): string {
  let depth = 0;
  return code.replace(/^.+$/gm, (line) => {
    const isComment = /^(?:\/\*| \*)/.test(line);
    if (line.startsWith("}")) depth -= 1;
    const indented = "  ".repeat(depth) + line;
    if (line.endsWith("{") && !isComment) depth += 1;
    return indented;
  });
}
