import type { Json } from "../spec/json.ts";
import { quote } from "./quote.ts";

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
