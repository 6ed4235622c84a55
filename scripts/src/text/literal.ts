import type { Json } from "../spec/json.ts";

/** Writes a JSON value as a TypeScript literal on one line. The formatter wraps it. */
export function literal(value: Json): string {
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${propertyKey(key)}: ${literal(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Writes a property name. `__proto__` becomes a computed name, which does not set the prototype. */
export function propertyKey(name: string): string {
  if (name === "__proto__") return `[${quote(name)}]`;
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : quote(name);
}

/**
 * Writes any text as a TypeScript string literal. All document strings in generated code pass through this function.
 *
 * The literal is safe in any context: it contains no line separator, comment end or `</script>`.
 */
export function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]|(?<=[*<])\//g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Record<string, string> = {
  "\u2028": String.raw`\u2028`,
  "\u2029": String.raw`\u2029`,
  "/": String.raw`\/`,
};
