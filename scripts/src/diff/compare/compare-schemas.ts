import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../../spec/openapi.ts";
import type { Finding, Pair } from "../api-change.ts";
import { compareBounds } from "./compare-constraints.ts";
import { compareAlternatives } from "./compare-alternatives.ts";
import { compareMembers, type Child, type Comparison } from "./compare-properties.ts";
import { compareTypes, overlap } from "./compare-types.ts";
import { canonical } from "../../schema/canonical-json.ts";
import { shapeOf, type Shape } from "../../schema/normalize-schema.ts";
import { typeText } from "../../schema/format-type.ts";

/** Compares two schemas, but not what is inside of them: that is returned as children, so that a schema in itself does no harm. */
export function compareSchemas(
  documents: Pair<OpenApiDocument>,
  { before, after }: Pair<OpenApiSchemaObject>,
  subject: string,
): Comparison {
  if (before === after) return { findings: [], children: [] };
  const shapes = { before: shapeOf(documents.before, before), after: shapeOf(documents.after, after) };
  const prose = compareProse({ before, after }, subject);
  const alternatives = { before: shapes.before.alternatives, after: shapes.after.alternatives };
  if ((alternatives.before.length === 0) !== (alternatives.after.length === 0)) {
    // One type has become several, or the other way round.
    const lists = {
      before: alternatives.before.length === 0 ? [before] : alternatives.before,
      after: alternatives.after.length === 0 ? [after] : alternatives.after,
    };
    return join({ findings: prose, children: [] }, compareAlternatives(documents, lists, subject));
  }
  const texts = { before: typeText(documents.before, before), after: typeText(documents.after, after) };
  const types = compareTypes(shapes, subject, texts);
  if (!overlap(shapes)) return { findings: [...prose, ...types], children: [] };
  const findings = [
    ...prose,
    ...types,
    ...compareBounds(shapes.before.bounds, shapes.after.bounds, subject),
    ...compareDefaults(shapes, subject),
  ];
  return join(
    { findings, children: listChildren(shapes, subject) },
    compareAlternatives(documents, alternatives, subject),
    compareMembers({ before: shapes.before.members, after: shapes.after.members }, subject),
  );
}

function compareProse({ before, after }: Pair<OpenApiSchemaObject>, subject: string): Finding[] {
  const findings: Finding[] = [];
  if (!before.deprecated && after.deprecated) findings.push({ kind: "member-deprecated", subject });
  const isOther = before.description !== after.description || before.title !== after.title;
  if (isOther || (before.deprecated && !after.deprecated)) findings.push({ kind: "prose-changed", subject });
  return findings;
}

function compareDefaults({ before, after }: Pair<Shape>, subject: string): Finding[] {
  const findings: Finding[] = [];
  if (defaultText(before) !== defaultText(after)) {
    findings.push({ kind: "default-changed", subject, before: defaultText(before), after: defaultText(after) });
  }
  if (canonical(before.examples, false) !== canonical(after.examples, false)) {
    findings.push({ kind: "examples-changed", subject });
  }
  return findings;
}

function defaultText(shape: Shape): string {
  return shape.default === undefined ? "none" : canonical(shape.default, false);
}

/** The items of lists. Where one says nothing about them, anything goes. */
function listChildren({ before, after }: Pair<Shape>, subject: string): Child[] {
  const length = Math.max(before.tuple.length, after.tuple.length);
  const children = Array.from({ length }, (_, index) => ({
    before: itemAt(before, index),
    after: itemAt(after, index),
    subject: `${subject}[${index}]`,
  }));
  if (before.items === undefined && after.items === undefined) return children;
  return [...children, { before: before.items ?? true, after: after.items ?? true, subject: `${subject}[]` }];
}

function itemAt({ tuple, items }: Shape, index: number): OpenApiSchema {
  return tuple[index] ?? items ?? true;
}

function join(...comparisons: readonly Comparison[]): Comparison {
  return {
    findings: comparisons.flatMap(({ findings }) => findings),
    children: comparisons.flatMap(({ children }) => children),
  };
}
