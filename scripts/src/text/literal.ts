import type { Json } from "../spec/json.ts";

/** Writes a JSON value as a TypeScript literal on one line. The formatter wraps it. `keyOf` writes the property names. */
export function literal(value: Json, keyOf = propertyKey): string {
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, keyOf)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${keyOf(key)}: ${literal(member, keyOf)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Writes a property name. `__proto__` becomes a computed name, which does not set the prototype. */
export function propertyKey(name: string): string {
  if (name === "__proto__") return `[${quote(name)}]`;
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : quote(name);
}

/**
 * Writes a key of a `Record`.
 *
 * TypeScript would check a member such as `toString` against the method of that name, which all objects inherit. A computed name of type
 * `string` is checked against the type of the record.
 */
export function recordKey(name: string): string {
  return name in Object.prototype && name !== "__proto__" ? `[${quote(name)} as string]` : propertyKey(name);
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
