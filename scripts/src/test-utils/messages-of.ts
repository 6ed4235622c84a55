import { SpecErrors } from "../spec/spec-error.ts";
import { modelOf } from "./model-of.ts";
import { lineOf } from "./spec-text.ts";

/** What is reported about a document that is given as text. */
export function messagesOf(text: string): string[] {
  try {
    modelOf(text);
    return [];
  } catch (error) {
    if (!(error instanceof SpecErrors)) throw error;
    return error.errors.map(({ message }) => message);
  }
}

/** What is reported about the first line that contains `place`. */
export function messagesAt(text: string, place: string): string {
  const start = `spec.yaml:${lineOf(text, place)}:`;
  return messagesOf(text)
    .filter((message) => message.startsWith(start))
    .join("\n");
}
