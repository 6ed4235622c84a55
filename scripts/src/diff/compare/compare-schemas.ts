import { canonicalJson } from "../../schema/canonical-json.ts";
import { formatType } from "../../schema/format-type.ts";
import { normalizeSchema, type NormalizedSchema } from "../../schema/normalize-schema.ts";
import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../../spec/openapi.ts";
import type { Finding, Pair } from "../api-change.ts";
import { compareAlternatives } from "./compare-alternatives.ts";
import { compareConstraints } from "./compare-constraints.ts";
import { compareProperties, type Child, type Comparison } from "./compare-properties.ts";
import { compareTypes, overlap } from "./compare-types.ts";

/** Compares two schemas. Returns nested schemas as children instead of recursing, so that recursive schemas terminate. */
export function compareSchemas(
  documents: Pair<OpenApiDocument>,
  { before, after }: Pair<OpenApiSchemaObject>,
  subject: string,
): Comparison {
  if (before === after) return { findings: [], children: [] };
  const schemas = { before: normalizeSchema(documents.before, before), after: normalizeSchema(documents.after, after) };
  const docs = compareDocs({ before, after }, subject);
  const alternatives = { before: schemas.before.alternatives, after: schemas.after.alternatives };
  if ((alternatives.before.length === 0) !== (alternatives.after.length === 0)) {
    // A single type became a union, or a union became a single type.
    const lists = {
      before: alternatives.before.length === 0 ? [before] : alternatives.before,
      after: alternatives.after.length === 0 ? [after] : alternatives.after,
    };
    return merge({ findings: docs, children: [] }, compareAlternatives(documents, lists, subject));
  }
  const texts = { before: formatType(documents.before, before), after: formatType(documents.after, after) };
  const types = compareTypes(schemas, subject, texts);
  if (!overlap(schemas)) return { findings: [...docs, ...types], children: [] };
  const findings = [
    ...docs,
    ...types,
    ...compareConstraints(schemas.before.constraints, schemas.after.constraints, subject),
    ...compareDefaults(schemas, subject),
  ];
  return merge(
    { findings, children: itemChildren(schemas, subject) },
    compareAlternatives(documents, alternatives, subject),
    compareProperties({ before: schemas.before.properties, after: schemas.after.properties }, subject),
  );
}

function compareDocs({ before, after }: Pair<OpenApiSchemaObject>, subject: string): Finding[] {
  const findings: Finding[] = [];
  if (!before.deprecated && after.deprecated) findings.push({ kind: "property-deprecated", subject });
  const hasOtherText = before.description !== after.description || before.title !== after.title;
  if (hasOtherText || (before.deprecated && !after.deprecated)) findings.push({ kind: "docs-changed", subject });
  return findings;
}

function compareDefaults({ before, after }: Pair<NormalizedSchema>, subject: string): Finding[] {
  const findings: Finding[] = [];
  if (formatDefault(before) !== formatDefault(after)) {
    findings.push({ kind: "default-changed", subject, before: formatDefault(before), after: formatDefault(after) });
  }
  if (canonicalJson(before.examples, false) !== canonicalJson(after.examples, false)) {
    findings.push({ kind: "examples-changed", subject });
  }
  return findings;
}

function formatDefault(schema: NormalizedSchema): string {
  return schema.default === undefined ? "none" : canonicalJson(schema.default, false);
}

/** Returns the item schemas of arrays. A missing one accepts any item. */
function itemChildren({ before, after }: Pair<NormalizedSchema>, subject: string): Child[] {
  const length = Math.max(before.tuple.length, after.tuple.length);
  const children = Array.from({ length }, (_, index) => ({
    before: itemAt(before, index),
    after: itemAt(after, index),
    subject: `${subject}[${index}]`,
  }));
  if (before.items === undefined && after.items === undefined) return children;
  return [...children, { before: before.items ?? true, after: after.items ?? true, subject: `${subject}[]` }];
}

function itemAt({ tuple, items }: NormalizedSchema, index: number): OpenApiSchema {
  return tuple[index] ?? items ?? true;
}

function merge(...comparisons: readonly Comparison[]): Comparison {
  return {
    findings: comparisons.flatMap(({ findings }) => findings),
    children: comparisons.flatMap(({ children }) => children),
  };
}
