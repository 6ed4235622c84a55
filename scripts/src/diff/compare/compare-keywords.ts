import { canonicalJson } from "../../schema/canonical-json.ts";
import { inlineParts, isNull } from "../../schema/inline-parts.ts";
import type { Json } from "../../spec/json.ts";
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

function keywordsOf(schema: OpenApiSchemaObject): Map<string, string> {
  const keywords = inlineParts(schema).flatMap((part) => Object.entries(part as Record<string, Json>));
  const others = keywords.filter(([keyword]) => OTHER_KEYWORDS.has(keyword) || keyword.startsWith("x-"));
  return new Map(others.map(([keyword, value]) => [keyword, `${keyword} ${canonicalJson(value, false)}`]));
}

/** Returns the keyword of a union. One alternative, also beside null, is not a union. */
function unionKeywordOf({ anyOf = [], oneOf = [] }: OpenApiSchemaObject): string {
  return [isUnion(anyOf) ? "anyOf" : [], isUnion(oneOf) ? "oneOf" : []].flat().join(" and ") || "none";
}

function isUnion(choices: readonly OpenApiSchema[]): boolean {
  return choices.filter((choice) => !isNull(choice)).length > 1;
}
