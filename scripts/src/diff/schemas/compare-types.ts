import { canonicalJson } from "../../schema/canonical-json.ts";
import type { NormalizedSchema } from "../../schema/normalize-schema.ts";
import type { Finding, Pair } from "../api-change.ts";

type TypeKind = "type-changed" | "type-narrowed" | "type-widened";

/** Compares the accepted types and values. `texts` holds both types formatted for display. */
export function compareTypes(
  { before, after }: Pair<NormalizedSchema>,
  subject: string,
  texts: Pair<string>,
): Finding[] {
  const types = { before: toTypeScript(before.types), after: toTypeScript(after.types) };
  const kind = compareSets(types.before, types.after) ?? compareNull(before, after);
  const areEnums = before.values !== undefined && after.values !== undefined;
  const valueKind = areEnums ? undefined : compareSets(toSet(before.values), toSet(after.values));
  const kinds = new Set([kind, valueKind].filter((found) => found !== undefined));
  const findings: Finding[] = kinds.size === 0 ? [] : [{ kind: combine(kinds), subject, ...texts }];
  findings.push(...compareNumbers({ before, after }, subject));
  if (!before.values || !after.values) return findings;
  return [...findings, ...compareValues({ before: before.values, after: after.values }, subject)];
}

/** Returns whether two schemas have a type in common. Otherwise their contents are not comparable. */
export function overlap({ before, after }: Pair<NormalizedSchema>): boolean {
  if (!before.types || !after.types) return true;
  const { types } = after;
  return [...before.types].some((type) => types.has(type));
}

/** Compares integers with numbers. TypeScript has one type for both. */
function compareNumbers({ before, after }: Pair<NormalizedSchema>, subject: string): Finding[] {
  const [old, current] = [numberTypeOf(before), numberTypeOf(after)];
  if (old === undefined || current === undefined || old === current) return [];
  return [
    { kind: old === "integer" ? "integer-to-number" : "number-to-integer", subject, before: old, after: current },
  ];
}

/** Returns the number type of a schema, or `undefined` if it has none or if its values are listed. */
function numberTypeOf({ types, values }: NormalizedSchema): "integer" | "number" | undefined {
  if (values) return undefined;
  if (types?.has("number")) return "number";
  return types?.has("integer") ? "integer" : undefined;
}

/** Replaces `integer` by `number`. */
function toTypeScript(types: ReadonlySet<string> | undefined): ReadonlySet<string> | undefined {
  return types && new Set([...types].map((type) => (type === "integer" ? "number" : type)));
}

function compareValues({ before, after }: Pair<NormalizedSchema["values"] & object>, subject: string): Finding[] {
  const [old, current] = [toSet(before), toSet(after)];
  return [
    ...before
      .filter((value) => !current?.has(canonicalJson(value, false)))
      .map((value): Finding => ({ kind: "enum-value-removed", subject, before: JSON.stringify(value) })),
    ...after
      .filter((value) => !old?.has(canonicalJson(value, false)))
      .map((value): Finding => ({ kind: "enum-value-added", subject, after: JSON.stringify(value) })),
  ];
}

/** Compares the nullability of unions. Their other types are compared as alternatives. */
function compareNull(before: NormalizedSchema, after: NormalizedSchema): TypeKind | undefined {
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
  const [isNarrower, isWider] = [isSubset(after, before), isSubset(before, after)];
  if (isNarrower && isWider) return undefined;
  return isNarrower ? "type-narrowed" : isWider ? "type-widened" : "type-changed";
}

function isSubset(subset: ReadonlySet<string>, superset: ReadonlySet<string>): boolean {
  return [...subset].every((item) => superset.has(item));
}

/** Combines kinds. A type that is both widened and narrowed is changed. */
function combine(kinds: ReadonlySet<TypeKind>): TypeKind {
  const [only = "type-changed"] = kinds;
  return kinds.size === 1 ? only : "type-changed";
}

function toSet(values: NormalizedSchema["values"]): Set<string> | undefined {
  return values && new Set(values.map((value) => canonicalJson(value, false)));
}
