import { canonicalJson } from "../../schema/canonical-json.ts";
import { formatType } from "../../schema/format-type.ts";
import { inlineParts } from "../../schema/members.ts";
import { normalizeSchema, type NormalizedSchema } from "../../schema/normalize-schema.ts";
import { isReference } from "../../schema/resolve-schema.ts";
import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../../spec/openapi.ts";
import type { Finding, Pair } from "../api-change.ts";
import { compareConstraints } from "./compare-constraints.ts";
import { compareKeywords, compareNotations } from "./compare-keywords.ts";
import { compareProperties, mergeComparisons, type Child, type Comparison } from "./compare-properties.ts";
import { compareTypes, overlap } from "./compare-types.ts";
import { compareAlternatives, compareDiscriminators } from "./compare-unions.ts";

/** Compares two schemas. Returns nested schemas as children instead of recursing, so that recursive schemas terminate. */
export function compareSchemas(
  documents: Pair<OpenApiDocument>,
  schemas: Pair<OpenApiSchemaObject>,
  subject: string,
): Comparison {
  const comparison = compareMeanings(documents, schemas, subject);
  if (comparison.findings.length > 0 || !haveSameVersion(documents)) return comparison;
  return { ...comparison, findings: compareNotations(schemas, subject) };
}

/** Returns whether both documents use the same version of OpenAPI. Different versions write equal schemas in different ways. */
function haveSameVersion({ before, after }: Pair<OpenApiDocument>): boolean {
  return before.openapi.slice(0, 3) === after.openapi.slice(0, 3);
}

function compareMeanings(
  documents: Pair<OpenApiDocument>,
  { before, after }: Pair<OpenApiSchemaObject>,
  subject: string,
): Comparison {
  if (before === after) return { findings: [], children: [] };
  const schemas = { before: normalizeSchema(documents.before, before), after: normalizeSchema(documents.after, after) };
  const docs = [
    ...compareDocs({ before, after }, subject),
    ...compareKeywords({ before, after }, subject),
    ...compareDiscriminators(schemas, subject),
  ];
  const alternatives = { before: schemas.before.alternatives, after: schemas.after.alternatives };
  if ((alternatives.before.length === 0) !== (alternatives.after.length === 0)) {
    // A single type became a union, or a union became a single type.
    const lists = {
      before: alternatives.before.length === 0 ? [before] : alternatives.before,
      after: alternatives.after.length === 0 ? [after] : alternatives.after,
    };
    return mergeComparisons({ findings: docs, children: [] }, compareAlternatives(documents, lists, subject));
  }
  const texts = { before: formatType(documents.before, before), after: formatType(documents.after, after) };
  const types = compareTypes(schemas, subject, texts);
  if (!overlap(schemas)) return { findings: [...docs, ...types], children: [] };
  const findings = [
    ...docs,
    ...types,
    ...compareFormats(schemas, subject),
    ...compareConstraints(schemas.before.constraints, schemas.after.constraints, subject),
    ...compareDefaults(schemas, subject),
  ];
  return mergeComparisons(
    { findings, children: [...itemChildren(schemas, subject), ...inheritedChildren({ before, after })] },
    compareAlternatives(documents, alternatives, subject),
    compareProperties({ before: schemas.before.properties, after: schemas.after.properties }, subject),
  );
}

function compareDocs({ before, after }: Pair<OpenApiSchemaObject>, subject: string): Finding[] {
  const parts = { before: inlineParts(before), after: inlineParts(after) };
  const deprecated = { before: parts.before.some(isDeprecated), after: parts.after.some(isDeprecated) };
  const findings: Finding[] = [];
  if (!deprecated.before && deprecated.after) findings.push({ kind: "property-deprecated", subject });
  const hasOtherText = textsOf(parts.before) !== textsOf(parts.after);
  if (hasOtherText || (deprecated.before && !deprecated.after)) findings.push({ kind: "docs-changed", subject });
  return findings;
}

function isDeprecated({ deprecated }: OpenApiSchemaObject): boolean {
  return deprecated === true;
}

function textsOf(parts: readonly OpenApiSchemaObject[]): string {
  const texts = parts.map(({ title = "", description = "" }) => [title, description]);
  return JSON.stringify(texts.filter(([title, description]) => title !== "" || description !== ""));
}

function compareFormats({ before, after }: Pair<NormalizedSchema>, subject: string): Finding[] {
  const [old = "none", current = "none"] = [before.format, after.format];
  return old === current ? [] : [{ kind: "format-changed", subject, before: old, after: current }];
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

/** Returns the schemas that both reference in `allOf`. A change of such a schema is reported under its name. */
function inheritedChildren({ before, after }: Pair<OpenApiSchemaObject>): Child[] {
  const parts = new Map(referencesIn(before.allOf).map((part) => [part.$ref, part]));
  return referencesIn(after.allOf).flatMap((part): Child[] => {
    const old = parts.get(part.$ref);
    return old ? [{ before: old, after: part, subject: part.$ref }] : [];
  });
}

function referencesIn(parts: readonly OpenApiSchema[] = []): (OpenApiSchemaObject & { $ref: string })[] {
  return parts.filter(isReference);
}

function itemAt({ tuple, items }: NormalizedSchema, index: number): OpenApiSchema {
  return tuple[index] ?? items ?? true;
}
