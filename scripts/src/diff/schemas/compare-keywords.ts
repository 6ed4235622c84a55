import { canonicalJson } from "../../schema/canonical-json.ts";
import { inlineParts, isNull } from "../../schema/members.ts";
import { isReference } from "../../schema/resolve-schema.ts";
import { isObject, objectOrEmpty, type Json } from "../../spec/json.ts";
import type { OpenApiSchema, OpenApiSchemaObject } from "../../spec/openapi.ts";
import type { Finding, Pair } from "../api-change.ts";

/** Keywords that do not affect the generated types, and that no other comparison reads. */
const OTHER_KEYWORDS = new Set(
  "$anchor $comment $defs $dynamicAnchor $id $schema $vocabulary externalDocs xml".split(" "),
);

/** Compares the keywords of schemas that no rule covers, such as `xml` and extensions. */
export function compareKeywords({ before, after }: Pair<OpenApiSchemaObject>, subject: string): Finding[] {
  const texts = { before: keywordsOf(before), after: keywordsOf(after) };
  const names = new Set([...texts.before.keys(), ...texts.after.keys()]);
  const pairs = Array.from(names, (name) => [texts.before.get(name) ?? "none", texts.after.get(name) ?? "none"]);
  // `anyOf` and `oneOf` give the same type, but accept different values.
  const unions = [unionKeywordOf(before), unionKeywordOf(after)];
  if (!unions.includes("none")) pairs.push(unions);
  return pairs.flatMap(([old = "", current = ""]): Finding[] =>
    old === current ? [] : [{ kind: "keyword-changed", subject, before: old, after: current }],
  );
}

/**
 * Compares all keywords of two schemas in which no other comparison found a difference, such as an added `minLength: 0`.
 *
 * Compares only the names and the number of nested schemas, because these are compared separately.
 */
export function compareNotations({ before, after }: Pair<OpenApiSchemaObject>, subject: string): Finding[] {
  const [old, current] = [notationOf(before), notationOf(after)];
  const keywords = [...new Set([...old.keys(), ...current.keys()])];
  return keywords.flatMap((keyword): Finding[] => {
    const texts = { before: old.get(keyword) ?? "none", after: current.get(keyword) ?? "none" };
    return texts.before === texts.after ? [] : [{ kind: "keyword-changed", subject, ...texts }];
  });
}

function notationOf(schema: OpenApiSchemaObject): Map<string, string> {
  const entries = Object.entries(schema as Record<string, Json>);
  return new Map(entries.map(([keyword, value]) => [keyword, `${keyword} ${JSON.stringify(shallow(keyword, value))}`]));
}

/** Replaces nested schemas with their names or with `…`. */
function shallow(keyword: string, value: Json): Json {
  if (["properties", "patternProperties"].includes(keyword)) return Object.keys(objectOrEmpty(value)).toSorted();
  if (["items", "additionalProperties"].includes(keyword)) return isObject(value) ? "…" : value;
  if (!Array.isArray(value) || !["allOf", "anyOf", "oneOf", "prefixItems"].includes(keyword)) return value;
  return value.map((part) => shallowPart(keyword, part as OpenApiSchemaObject));
}

/** Replaces a nested schema, except an inline part of `allOf` and a null alternative, which are not compared separately. */
function shallowPart(keyword: string, part: OpenApiSchemaObject): Json {
  const isInline = keyword === "allOf" && part.$ref === undefined;
  return isInline || isNull(part) ? [...notationOf(part).values()] : "…";
}

function keywordsOf(schema: OpenApiSchemaObject): Map<string, string> {
  const keywords = inlineParts(schema).flatMap((part) => Object.entries(part as Record<string, Json>));
  const others = keywords.filter(([keyword]) => OTHER_KEYWORDS.has(keyword) || keyword.startsWith("x-"));
  return new Map(others.map(([keyword, value]) => [keyword, `${keyword} ${canonicalJson(value, false)}`]));
}

/** Returns the keyword of a union. A single alternative is not a union, even beside null. */
function unionKeywordOf({ anyOf = [], oneOf = [] }: OpenApiSchemaObject): string {
  return [isUnion(anyOf) ? "anyOf" : [], isUnion(oneOf) ? "oneOf" : []].flat().join(" and ") || "none";
}

function isUnion(choices: readonly OpenApiSchema[]): boolean {
  return choices.filter((choice) => !isNull(choice)).length > 1;
}

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
