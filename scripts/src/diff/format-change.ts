import { escapeControlCharacters } from "../spec/spec-error.ts";
import { codeSpan as markdownCodeSpan } from "../text/markdown.ts";
import type { ApiChange } from "./api-change.ts";
import type { ClassifiedChange } from "./classify-changes.ts";
import { SCHEMA_SCOPES } from "./rules/rule.ts";

/** Formats untrusted text from the document: names, values and types. */
export type FormatText = (text: string) => string;

const MAX_LENGTH = 160;
const MAX_OPERATIONS = 3;

/** Formats a change as one line: subject, affected operations, summary, old and new value, notes. */
export function formatChange(change: ClassifiedChange, formatText: FormatText): string {
  const { subject, summary, note, cause, isGuess } = change;
  const notes = [cause === undefined ? undefined : formatText(cause), note, isGuess ? "a guess" : undefined].filter(
    (text) => text !== undefined,
  );
  const suffix = notes.length > 0 ? ` (${notes.join("; ")})` : "";
  const context = formatContext(change, formatText);
  return `${formatText(subject)}${context}: ${summary}${formatValues(change, formatText)}${suffix}`;
}

/** Formats text for a terminal: escapes control characters, and truncates. */
export const plainText: FormatText = (text) => escapeControlCharacters(truncate(text));

/** Formats text as a Markdown code span. Text without visible characters becomes a code span with a space. */
export const codeSpan: FormatText = (text) => markdownCodeSpan(plainText(text)) || "` `";

/** Formats the scope and the affected operations. Omits the operation if the subject already names it. */
function formatContext({ scope, subject, operations }: ApiChange, formatText: FormatText): string {
  const [first, ...others] = operations;
  const isSchema = SCHEMA_SCOPES.some((candidate) => candidate === scope);
  if (!isSchema && (scope !== "server" || first === undefined)) return "";
  const isNamed = first !== undefined && others.length === 0 && (subject === first || subject.startsWith(`${first}.`));
  if (isNamed) return isSchema ? ` (${scope})` : "";
  if (first === undefined) return " (not used by any operation)";
  const shown = operations.slice(0, MAX_OPERATIONS).map(formatText).join(", ");
  const more = operations.length - MAX_OPERATIONS;
  return ` (${isSchema ? `${scope} of ` : ""}${shown}${more > 0 ? ` and ${more} more` : ""})`;
}

function formatValues({ before, after }: ApiChange, formatText: FormatText): string {
  const values = [before, after].filter((value) => value !== undefined).map(formatText);
  return values.length > 0 ? `: ${values.join(" -> ")}` : "";
}

function truncate(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
