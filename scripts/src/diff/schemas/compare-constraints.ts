import { canonicalJson } from "../../schema/canonical-json.ts";
import type { Json } from "../../spec/json.ts";
import type { Finding } from "../api-change.ts";

/** Keywords for which a larger value accepts fewer instances. */
const LOWER_BOUNDS = new Set(["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"]);

/** Keywords for which a larger value accepts more instances. */
const UPPER_BOUNDS = new Set(["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"]);

/** Compares the constraints of two schemas. */
export function compareConstraints(
  before: ReadonlyMap<string, Json>,
  after: ReadonlyMap<string, Json>,
  subject: string,
): Finding[] {
  const keywords = new Set([...before.keys(), ...after.keys()]);
  return [...keywords].flatMap((keyword) => {
    const [old, current] = [before.get(keyword), after.get(keyword)];
    const kind = kindOf(keyword, old, current);
    if (kind === undefined) return [];
    const format = (value: Json | undefined): string =>
      value === undefined ? "none" : `${keyword} ${JSON.stringify(value)}`;
    return [{ kind, subject, before: format(old), after: format(current) }];
  });
}

function kindOf(keyword: string, before: Json | undefined, after: Json | undefined): Finding["kind"] | undefined {
  if (before === undefined) return "constraint-tightened";
  if (after === undefined) return "constraint-loosened";
  if (canonicalJson(before) === canonicalJson(after)) return undefined;
  if (typeof before !== "number" || typeof after !== "number") return "constraint-changed";
  if (LOWER_BOUNDS.has(keyword)) return after > before ? "constraint-tightened" : "constraint-loosened";
  if (UPPER_BOUNDS.has(keyword)) return after < before ? "constraint-tightened" : "constraint-loosened";
  return "constraint-changed";
}
