import type { Json, JsonObject } from "../spec/json.ts";
import { toExclusiveNumbers } from "./upgrade-from-30.ts";

/** Keywords that have no effect when they are 0. */
const NO_EFFECT_AT_ZERO = new Set(["minItems", "minLength", "minProperties"]);

/** Keywords that other members of `NormalizedSchema` cover, and keywords that do not restrict values. */
const NOT_CONSTRAINTS = new Set(
  (
    "$ref $id $schema $comment $defs allOf anyOf const default deprecated description discriminator enum " +
    "example examples externalDocs format items nullable oneOf patternProperties prefixItems properties readOnly required summary " +
    "title type writeOnly xml"
  ).split(" "),
);

/** Returns the keywords that restrict the values, with their arguments. Omits keywords without an effect. */
export function readConstraints(schemas: readonly JsonObject[]): Map<string, Json> {
  const keywords = schemas.flatMap((schema) => Object.entries(toExclusiveNumbers(schema)));
  return new Map(
    keywords.filter(([keyword, value]) => {
      if (keyword === "additionalProperties") return value === false;
      if (NOT_CONSTRAINTS.has(keyword) || keyword.startsWith("x-")) return false;
      return !(value === 0 && NO_EFFECT_AT_ZERO.has(keyword)) && !(value === false && keyword === "uniqueItems");
    }),
  );
}
