import ts from "typescript";

/** What openapi-typescript writes otherwise than the generator, and means the same by. */
const OTHERWISE: readonly (readonly [theirs: string, ours: string])[] = [
  ["discriminator enum property added by openapi-typescript", "The value that stands for this schema."],
  ["(enum property replaced by openapi-typescript)", "(the value that stands for this schema)"],
];

/** Code as openapi-typescript prints it, in the words of the generator. */
export function inOurWords(code: string): string {
  return OTHERWISE.reduce((text, [theirs, ours]) => text.replaceAll(theirs, ours), code);
}

/**
 * The words of code, with strings by what they stand for and comments by their lines: texts may be escaped one way or another.
 *
 * `__proto__` may be computed.
 */
export function tokensOf(code: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false);
  scanner.setText(code.replaceAll('["__proto__"]', "__proto__"));
  const tokens: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === ts.SyntaxKind.WhitespaceTrivia || kind === ts.SyntaxKind.NewLineTrivia) continue;
    if (kind === ts.SyntaxKind.MultiLineCommentTrivia) tokens.push(...linesOf(scanner.getTokenText()));
    else if (kind === ts.SyntaxKind.StringLiteral) tokens.push(JSON.stringify(scanner.getTokenValue()));
    else tokens.push(scanner.getTokenText());
  }
  return tokens;
}

/** The lines of a comment without what makes it one: theirs have no asterisk after each line break that JavaScript knows. */
function linesOf(comment: string): string[] {
  const lines = comment.slice(3, -2).split(/\r\n|[\n\r\u2028\u2029]/);
  return lines.map((line) => line.replace(/^[\s*]+/, "").trimEnd()).filter((line) => line !== "");
}
