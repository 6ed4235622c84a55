import { SpecErrors } from "../spec/spec-error.ts";
import { modelOf } from "./model-of.ts";
import { lineOf } from "./documents/spec-text.ts";

/** Returns the error messages for a document. */
export function messagesOf(text: string): string[] {
  try {
    modelOf(text);
    return [];
  } catch (error) {
    if (!(error instanceof SpecErrors)) throw error;
    return error.errors.map(({ message }) => message);
  }
}

/** Returns the error messages for the first line that contains `lineText`. */
export function messagesAt(text: string, lineText: string): string {
  const start = `spec.yaml:${lineOf(text, lineText)}:`;
  return messagesOf(text)
    .filter((message) => message.startsWith(start))
    .join("\n");
}
