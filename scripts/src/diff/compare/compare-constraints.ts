import type { Json, JsonObject } from "../../spec/json.ts";
import type { Finding } from "../api-change.ts";
import { canonical } from "../../schema/canonical-json.ts";

/** The bounds of which the larger lets fewer values through. */
const LOWER = new Set(["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"]);

/** The bounds of which the larger lets more values through. */
const UPPER = new Set(["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"]);

const NONE_AT_ZERO = new Set(["minItems", "minLength", "minProperties"]);

/** The keywords that other parts of a shape speak of, and those that change no value. */
const ELSEWHERE = new Set(
  (
    "$ref $id $schema $comment $defs allOf anyOf const default deprecated description discriminator enum " +
    "example examples externalDocs items nullable oneOf patternProperties prefixItems properties readOnly required summary " +
    "title type writeOnly xml"
  ).split(" "),
);

/** The keywords that limit the values, and how. Those that say nothing are left out. */
export function boundsOf(schemas: readonly JsonObject[]): Map<string, Json> {
  const written = schemas.flatMap((schema) => Object.entries(modernize(schema)));
  return new Map(
    written.filter(([keyword, value]) => {
      if (keyword === "additionalProperties") return value === false;
      if (ELSEWHERE.has(keyword) || keyword.startsWith("x-")) return false;
      return !(value === 0 && NONE_AT_ZERO.has(keyword)) && !(value === false && keyword === "uniqueItems");
    }),
  );
}

/** Compares what limits the values. */
export function compareBounds(
  before: ReadonlyMap<string, Json>,
  after: ReadonlyMap<string, Json>,
  subject: string,
): Finding[] {
  const keywords = new Set([...before.keys(), ...after.keys()]);
  return [...keywords].flatMap((keyword) => {
    const [old, current] = [before.get(keyword), after.get(keyword)];
    const kind = kindOf(keyword, old, current);
    if (kind === undefined) return [];
    const show = (value: Json | undefined): string =>
      value === undefined ? "none" : `${keyword} ${JSON.stringify(value)}`;
    return [{ kind, subject, before: show(old), after: show(current) }];
  });
}

function kindOf(keyword: string, before: Json | undefined, after: Json | undefined): Finding["kind"] | undefined {
  if (before === undefined) return "bound-tightened";
  if (after === undefined) return "bound-loosened";
  if (canonical(before) === canonical(after)) return undefined;
  if (typeof before !== "number" || typeof after !== "number") return "bound-changed";
  if (LOWER.has(keyword)) return after > before ? "bound-tightened" : "bound-loosened";
  if (UPPER.has(keyword)) return after < before ? "bound-tightened" : "bound-loosened";
  return "bound-changed";
}

/** OpenAPI 3.0 has `exclusiveMinimum: true` beside `minimum`; 3.1 has the number itself. */
function modernize(schema: JsonObject): JsonObject {
  const modern = { ...schema };
  for (const [limit, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (typeof modern[exclusive] !== "boolean") continue;
    const isExclusive = modern[exclusive];
    delete modern[exclusive];
    if (!isExclusive || modern[limit] === undefined) continue;
    modern[exclusive] = modern[limit];
    delete modern[limit];
  }
  return modern;
}
