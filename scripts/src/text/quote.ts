/**
 * Writes any text as a TypeScript string literal. Every string of the document that ends up in code goes through here.
 *
 * The literal stays one wherever it is put: it holds no line separator, closes no comment and ends no script element.
 */
export function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]|(?<=[*<])\//g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Record<string, string> = {
  "\u2028": String.raw`\u2028`,
  "\u2029": String.raw`\u2029`,
  "/": String.raw`\/`,
};
