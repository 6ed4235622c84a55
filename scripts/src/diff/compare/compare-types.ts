import type { Finding, Pair } from "../api-change.ts";
import { canonical } from "../../schema/canonical-json.ts";
import type { Shape } from "../../schema/normalize-schema.ts";

type TypeKind = "type-changed" | "type-narrowed" | "type-widened";

/** Compares which types and values fit. `texts` are the two types, for people to read. */
export function compareTypes({ before, after }: Pair<Shape>, subject: string, texts: Pair<string>): Finding[] {
  const kind = compareSets(before.types, after.types) ?? compareNull(before, after);
  const isList = before.values !== undefined && after.values !== undefined;
  const valueKind = isList ? undefined : compareSets(setOf(before.values), setOf(after.values));
  const kinds = new Set([kind, valueKind].filter((found) => found !== undefined));
  const findings: Finding[] = kinds.size === 0 ? [] : [{ kind: strongest(kinds), subject, ...texts }];
  if (!before.values || !after.values) return findings;
  return [...findings, ...compareValues({ before: before.values, after: after.values }, subject)];
}

/** Tells whether two shapes have a type in common, so that it makes sense to look inside. */
export function overlap({ before, after }: Pair<Shape>): boolean {
  if (!before.types || !after.types) return true;
  const { types } = after;
  return [...before.types].some((type) => types.has(type));
}

function compareValues({ before, after }: Pair<Shape["values"] & object>, subject: string): Finding[] {
  const [old, current] = [setOf(before), setOf(after)];
  return [
    ...before
      .filter((value) => !current?.has(canonical(value, false)))
      .map((value): Finding => ({ kind: "enum-value-removed", subject, before: JSON.stringify(value) })),
    ...after
      .filter((value) => !old?.has(canonical(value, false)))
      .map((value): Finding => ({ kind: "enum-value-added", subject, after: JSON.stringify(value) })),
  ];
}

/** Where alternatives hold the types, only null is left to compare. */
function compareNull(before: Shape, after: Shape): TypeKind | undefined {
  if (before.alternatives.length === 0 || before.isNullable === after.isNullable) return undefined;
  return after.isNullable ? "type-widened" : "type-narrowed";
}

function compareSets(
  before: ReadonlySet<string> | undefined,
  after: ReadonlySet<string> | undefined,
): TypeKind | undefined {
  if (!before || !after) {
    if (before === after) return undefined;
    return before ? "type-widened" : "type-narrowed";
  }
  const [isNarrower, isWider] = [isWithin(after, before), isWithin(before, after)];
  if (isNarrower && isWider) return undefined;
  return isNarrower ? "type-narrowed" : isWider ? "type-widened" : "type-changed";
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((item) => all.has(item));
}

function strongest(kinds: ReadonlySet<TypeKind>): TypeKind {
  const [only = "type-changed"] = kinds;
  return kinds.size === 1 ? only : "type-changed";
}

function setOf(values: Shape["values"]): Set<string> | undefined {
  return values && new Set(values.map((value) => canonical(value, false)));
}
