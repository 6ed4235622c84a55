import { printable } from "../spec/spec-error.ts";
import type { ApiChange } from "./api-change.ts";
import type { JudgedChange } from "./classify-changes.ts";

/** How to write what stands in the document: names, values and types. */
export type Quote = (text: string) => string;

const MAX_LENGTH = 160;
const MAX_OPERATIONS = 3;

/** Writes a change in one line: where, what, from what to what, and what to know about it. */
export function changeText(change: JudgedChange, quote: Quote): string {
  const { subject, says, note, isGuess } = change;
  const remarks = [note, isGuess ? "a guess" : undefined].filter((remark) => remark !== undefined);
  const tail = remarks.length > 0 ? ` (${remarks.join("; ")})` : "";
  return `${quote(subject)}${contextText(change, quote)}: ${says}${valuesText(change, quote)}${tail}`;
}

/** For terminals: codes that they would obey are shown. */
export const plain: Quote = (text) => printable(shorten(text));

/** For Markdown: a span of code, which no text can end, so that the rest of the document stays as it is. */
export const codeSpan: Quote = (text) => {
  const line = plain(text.replace(/[\u2028\u2029]/g, " "));
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
};

/** Which inputs or outputs a change is in, unless its subject says so. */
function contextText({ where, subject, operations }: ApiChange, quote: Quote): string {
  if (where !== "input" && where !== "output") return "";
  const [first, ...others] = operations;
  const isNamed = first !== undefined && others.length === 0 && (subject === first || subject.startsWith(`${first}.`));
  if (isNamed) return ` (${where})`;
  if (first === undefined) return " (in no operation)";
  const shown = operations.slice(0, MAX_OPERATIONS).map(quote).join(", ");
  const more = operations.length - MAX_OPERATIONS;
  return ` (${where} of ${shown}${more > 0 ? ` and ${more} more` : ""})`;
}

function valuesText({ before, after }: ApiChange, quote: Quote): string {
  const texts = [before, after].filter((text) => text !== undefined).map(quote);
  return texts.length > 0 ? `: ${texts.join(" -> ")}` : "";
}

function shorten(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
