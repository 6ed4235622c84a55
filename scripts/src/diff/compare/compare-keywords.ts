import { canonicalJson } from "../../schema/canonical-json.ts";
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
  const pairs = Array.from(names, (name) => ({
    before: texts.before.get(name) ?? "none",
    after: texts.after.get(name) ?? "none",
  }));
  // `anyOf` and `oneOf` give the same type, but accept different values.
  const unions = { before: unionKeywordOf(before), after: unionKeywordOf(after) };
  if (unions.before !== "none" && unions.after !== "none") pairs.push(unions);
  return pairs
    .filter((pair) => pair.before !== pair.after)
    .map((pair) => ({ kind: "keyword-changed", subject, ...pair }));
}

function keywordsOf(schema: OpenApiSchemaObject): Map<string, string> {
  const others = Object.entries(schema as Record<string, Json>).filter(
    ([keyword]) => OTHER_KEYWORDS.has(keyword) || keyword.startsWith("x-"),
  );
  return new Map(others.map(([keyword, value]) => [keyword, `${keyword} ${canonicalJson(value, false)}`]));
}

/** Returns the keyword of a union. One alternative, also beside null, is not a union. */
function unionKeywordOf({ anyOf = [], oneOf = [] }: OpenApiSchemaObject): string {
  const isUnion = (choices: readonly OpenApiSchema[]): boolean =>
    choices.filter((choice) => typeof choice === "boolean" || choice.type !== "null").length > 1;
  const keywords = [isUnion(anyOf) ? "anyOf" : [], isUnion(oneOf) ? "oneOf" : []].flat();
  return keywords.join(" and ") || "none";
}
