import { canonicalSchema } from "../../schema/canonical-json.ts";
import { formatType } from "../../schema/format-type.ts";
import type { NormalizedSchema } from "../../schema/normalize-schema.ts";
import type { OpenApiDocument, OpenApiSchema } from "../../spec/openapi.ts";
import type { Finding, Pair } from "../api-change.ts";
import type { Comparison } from "./compare-properties.ts";

/** Compares the alternatives of two unions. Pairs equal ones first. If both unions have the same number left, pairs those by position. */
export function compareAlternatives(
  documents: Pair<OpenApiDocument>,
  { before, after }: Pair<readonly OpenApiSchema[]>,
  subject: string,
): Comparison {
  const added = [...after];
  const removed: OpenApiSchema[] = [];
  const children: Comparison["children"] = [];
  for (const old of before) {
    const index = added.findIndex((current) => canonicalSchema(current) === canonicalSchema(old));
    const [current] = index === -1 ? [] : added.splice(index, 1);
    if (current === undefined) removed.push(old);
    else children.push({ before: old, after: current, subject });
  }
  if (removed.length === added.length) {
    for (const [index, old] of removed.entries()) children.push({ before: old, after: added[index] ?? true, subject });
    return { findings: [], children };
  }
  const kind = added.length === 0 ? "type-narrowed" : removed.length === 0 ? "type-widened" : "type-changed";
  const types = { before: formatUnion(documents.before, before), after: formatUnion(documents.after, after) };
  return { findings: [{ kind, subject, ...types }], children };
}

function formatUnion(document: OpenApiDocument, schemas: readonly OpenApiSchema[]): string {
  return schemas.map((schema) => formatType(document, schema)).join(" | ");
}

/** Compares the discriminators of two schemas: the property, and the schema that each value selects. */
export function compareDiscriminators({ before, after }: Pair<NormalizedSchema>, subject: string): Finding[] {
  const [old, current] = [before.discriminator, after.discriminator];
  if (!old || !current) {
    if (current) return [{ kind: "discriminator-added", subject, after: current.property }];
    return old ? [{ kind: "discriminator-removed", subject, before: old.property }] : [];
  }
  const findings: Finding[] = [];
  if (old.property !== current.property) {
    findings.push({ kind: "discriminator-changed", subject, before: old.property, after: current.property });
  }
  for (const [value, name] of old.mapping) {
    const other = current.mapping.get(value);
    if (other === undefined) {
      findings.push({ kind: "discriminator-value-removed", subject, before: `${value}: ${name}` });
    } else if (other !== name) {
      const texts = { before: `${value}: ${name}`, after: `${value}: ${other}` };
      findings.push({ kind: "discriminator-value-changed", subject, ...texts });
    }
  }
  for (const [value, name] of current.mapping) {
    if (old.mapping.has(value)) continue;
    findings.push({ kind: "discriminator-value-added", subject, after: `${value}: ${name}` });
  }
  return findings;
}
