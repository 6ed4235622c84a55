import type { Json } from "../spec/json.ts";

/** Writes a JSON value as a TypeScript literal, on one line: the formatter breaks it. */
export function literal(value: Json): string {
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${propertyKey(key)}: ${literal(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Writes the name of a member of an object or of an interface. `__proto__` is computed, so that it names a member too. */
export function propertyKey(name: string): string {
  if (name === "__proto__") return `[${quote(name)}]`;
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : quote(name);
}

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
