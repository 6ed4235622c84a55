import { canonicalJson } from "../../schema/canonical-json.ts";
import { isReference } from "../../schema/resolve-schema.ts";
import type { Json } from "../../spec/json.ts";
import type { OpenApiSchema, OpenApiSchemaObject } from "../../spec/openapi.ts";
import type { Finding, Pair } from "../api-change.ts";

/** Keywords that are compared one by one, or with the target. */
const COMPARED = ["$ref", "title", "description", "deprecated"];

/** Compares the keywords beside two references. The targets are compared once for all references to them. */
export function compareReferences({ before, after }: Pair<OpenApiSchema>, subject: string): Finding[] {
  if (!isReference(before) || !isReference(after)) return [];
  const findings: Finding[] = [];
  if (!before.deprecated && after.deprecated) findings.push({ kind: "property-deprecated", subject });
  const hasOtherText = before.description !== after.description || before.title !== after.title;
  if (hasOtherText || (before.deprecated && !after.deprecated)) findings.push({ kind: "docs-changed", subject });
  const others = { before: othersOf(before), after: othersOf(after) };
  if (others.before !== others.after) findings.push({ kind: "keyword-changed", subject, ...others });
  return findings;
}

function othersOf(reference: OpenApiSchemaObject): string {
  const others = Object.entries(reference as Record<string, Json>).filter(([keyword]) => !COMPARED.includes(keyword));
  return canonicalJson(Object.fromEntries(others), false);
}
