import { canonicalSchema } from "../../schema/canonical-json.ts";
import type { NormalizedProperty } from "../../schema/normalize-schema.ts";
import type { OpenApiSchema } from "../../spec/openapi.ts";
import type { Direction, Finding, Pair } from "../api-change.ts";
import { detectRenames } from "../detect-renames.ts";

/** Two schemas to compare later, and their name in messages. */
export interface Child extends Pair<OpenApiSchema> {
  subject: string;
  /** Set if the schemas are used in one direction only. */
  only?: Direction;
}

/** The result of a comparison: its findings, and the nested schemas to compare next. */
export interface Comparison {
  findings: Finding[];
  children: Child[];
}

type Properties = ReadonlyMap<string, NormalizedProperty>;

/** Compares the properties of two objects, or the inputs of two operations. */
export function compareProperties({ before, after }: Pair<Properties>, subject: string): Comparison {
  const hasDirections = [...before.values(), ...after.values()].some(({ only }) => only !== undefined);
  if (!hasDirections) return compareAll({ before, after }, subject);
  const comparisons = (["input", "output"] as const).map((only): Comparison => {
    const { findings, children } = compareAll({ before: within(before, only), after: within(after, only) }, subject);
    return {
      findings: findings.map((finding) => Object.assign(finding, { only })),
      children: children.map((child) => Object.assign(child, { only })),
    };
  });
  return mergeComparisons(...comparisons);
}

/** Concatenates comparisons. */
export function mergeComparisons(...comparisons: readonly Comparison[]): Comparison {
  return {
    findings: comparisons.flatMap(({ findings }) => findings),
    children: comparisons.flatMap(({ children }) => children),
  };
}

/** Returns the properties that are present in a direction. */
function within(properties: Properties, direction: Direction): Properties {
  return new Map([...properties].filter(([, { only = direction }]) => only === direction));
}

function compareAll({ before, after }: Pair<Properties>, subject: string): Comparison {
  const findings: Finding[] = [];
  const children: Child[] = [];
  const pathOf = (name: string, { owner = subject }: NormalizedProperty): string => `${owner}.${name}`;
  const compare = (old: NormalizedProperty, current: NormalizedProperty, path: string): void => {
    if (old.required !== current.required) {
      findings.push({ kind: current.required ? "property-required" : "property-optional", subject: path });
    }
    children.push({ before: old.schema, after: current.schema, subject: path });
  };

  const removed = new Map([...before].filter(([name]) => !after.has(name)));
  const added = new Map([...after].filter(([name]) => !before.has(name)));
  for (const [old, current] of detectRenames(toCandidates(removed), toCandidates(added))) {
    const path = pathOf(old.name, old.property);
    findings.push({ kind: "property-renamed", subject: path, before: old.name, after: current.name, isGuess: true });
    compare(old.property, current.property, pathOf(current.name, current.property));
    removed.delete(old.name);
    added.delete(current.name);
  }
  for (const [name, property] of removed) {
    findings.push({ kind: "property-removed", subject: pathOf(name, property) });
  }
  for (const [name, property] of added) {
    findings.push({
      kind: property.required ? "property-added-required" : "property-added",
      subject: pathOf(name, property),
    });
  }
  for (const [name, old] of before) {
    const current = after.get(name);
    if (current) compare(old, current, pathOf(name, current));
  }
  return { findings, children };
}

function toCandidates(properties: Properties) {
  // Skips `*` and patterns, which are not names.
  const named = [...properties].filter(([name]) => name !== "*" && !name.startsWith("/"));
  return named.map(([name, property]) => ({ name, property, fingerprint: canonicalSchema(property.schema) }));
}
