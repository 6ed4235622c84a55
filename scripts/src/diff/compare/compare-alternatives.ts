import type { OpenApiDocument, OpenApiSchema } from "../../spec/openapi.ts";
import type { Pair } from "../api-change.ts";
import type { Comparison } from "./compare-properties.ts";
import { contentsOf } from "../../schema/canonical-json.ts";
import { typeText } from "../../schema/format-type.ts";

/** Compares two lists of alternatives: equal ones with each other, then those that are left, if they are as many. */
export function compareAlternatives(
  documents: Pair<OpenApiDocument>,
  { before, after }: Pair<readonly OpenApiSchema[]>,
  subject: string,
): Comparison {
  const added = [...after];
  const removed: OpenApiSchema[] = [];
  const children: Comparison["children"] = [];
  for (const old of before) {
    const index = added.findIndex((current) => contentsOf(current) === contentsOf(old));
    const [current] = index === -1 ? [] : added.splice(index, 1);
    if (current === undefined) removed.push(old);
    else children.push({ before: old, after: current, subject });
  }
  if (removed.length === added.length) {
    for (const [index, old] of removed.entries()) children.push({ before: old, after: added[index] ?? true, subject });
    return { findings: [], children };
  }
  const kind = added.length === 0 ? "type-narrowed" : removed.length === 0 ? "type-widened" : "type-changed";
  return {
    findings: [
      { kind, subject, before: choiceText(documents.before, before), after: choiceText(documents.after, after) },
    ],
    children,
  };
}

function choiceText(document: OpenApiDocument, schemas: readonly OpenApiSchema[]): string {
  return schemas.map((schema) => typeText(document, schema)).join(" | ");
}
