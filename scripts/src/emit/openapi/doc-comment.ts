import type { Json } from "../../spec/json.ts";
import { harmless } from "../../text/comment.ts";

/** What is said about a type, a member or an operation, as far as it goes into comments. */
export interface Documented {
  title?: string;
  summary?: string;
  description?: string;
  format?: string;
  deprecated?: boolean;
  default?: Json;
  example?: Json;
  examples?: Json;
  const?: Json;
  enum?: Json[];
  type?: string | string[];
  nullable?: boolean;
}

/** Writes what the document says about something as a doc comment, with a line break after it. */
export function docComment(documented: Documented): string {
  const entries = entriesOf(documented);
  const text = entries.join("\n").replaceAll("*/", String.raw`*\/`);
  if (text === "") return "";
  if (!text.includes("\n")) return `/** ${text} */\n`;
  return `/**\n${text.replace(/^/gm, " * ").replace(/[ \t]+$/gm, "")}\n */\n`;
}

function entriesOf(documented: Documented): string[] {
  const { title, summary, description, format, deprecated, nullable, type = "unknown" } = documented;
  const examples = Array.isArray(documented.examples) ? documented.examples : [];
  const entries: string[] = [];
  if (title) entries.push(continued(harmless(title)));
  if (summary) entries.push(continued(harmless(summary)));
  if (format) entries.push(`Format: ${lines(harmless(format))}`);
  if (deprecated) entries.push("@deprecated");
  if (description) entries.push(`@description ${continued(harmless(description))}`);
  if (documented.default !== undefined) entries.push(`@default ${data(documented.default)}`);
  if (documented.example !== undefined) entries.push(`@example ${data(documented.example)}`);
  entries.push(...examples.map((example) => `@example ${data(example)}`));
  if ("const" in documented) entries.push("@constant");
  if (documented.enum) entries.push(`@enum {${[type].flat().join("|")}${nullable ? "|null" : ""}}`);
  return entries;
}

function data(value: Json): string {
  return continued(typeof value === "object" ? JSON.stringify(value, null, 2) : String(value));
}

/** Indents what is not the first line, so that it is seen to belong to it. */
function continued(text: string): string {
  return lines(text.trim());
}

function lines(text: string): string {
  return text.replace(/\r\n|[\n\r\u2028\u2029]/g, "\n    ");
}
