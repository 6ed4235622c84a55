import { CALLS, KEYWORD, rule, TYPES, UNUSED, type Rule } from "./rule.ts";

const EXHAUSTIVE = "exhaustive switches no longer compile";
const SAME_TYPE = "the TypeScript type is the same";

/** The rules for schemas in responses. */
const OUTPUT_RULES = [
  rule("property-added", "output", "minor", CALLS, "optional property added"),
  rule("property-added-required", "output", "minor", CALLS, "required property added"),
  rule("property-removed", "output", "major", CALLS, "property removed"),
  rule("property-renamed", "output", "major", CALLS, "property renamed"),
  rule("property-required", "output", "minor", CALLS, "property became required"),
  rule("property-optional", "output", "major", CALLS, "property became optional"),
  rule("property-deprecated", "output", "minor", TYPES, "property deprecated"),
  rule("type-changed", "output", "major", CALLS, "output type changed"),
  rule("type-narrowed", "output", "minor", CALLS, "output type narrowed"),
  rule("type-widened", "output", "major", CALLS, "output type widened"),
  rule("integer-to-number", "output", "patch", CALLS, "integer became number", SAME_TYPE),
  rule("number-to-integer", "output", "patch", CALLS, "number became integer", SAME_TYPE),
  rule("format-changed", "output", "patch", CALLS, "format changed", SAME_TYPE),
  rule("enum-value-added", "output", "minor", CALLS, "enum value added", EXHAUSTIVE),
  rule("enum-value-removed", "output", "minor", CALLS, "enum value removed", "comparisons with it no longer compile"),
  rule("constraint-tightened", "output", "patch", ["msw"], "constraint tightened"),
  rule("constraint-loosened", "output", "minor", ["msw"], "constraint loosened", "the API may return more values"),
  rule("constraint-changed", "output", "minor", ["msw"], "constraint changed", "the API may return other values"),
  rule("default-changed", "output", "patch", ["types", "msw"], "default changed"),
  rule("examples-changed", "output", "patch", ["types", "msw"], "examples changed"),
  rule("keyword-changed", "output", "patch", [], KEYWORD),
  rule("docs-changed", "output", "patch", ["types"], "documentation changed"),
  rule("discriminator-added", "output", "minor", CALLS, "discriminator added"),
  rule("discriminator-removed", "output", "major", CALLS, "discriminator removed"),
  rule("discriminator-changed", "output", "major", CALLS, "discriminator property changed"),
  rule("discriminator-value-added", "output", "minor", CALLS, "discriminator value added", EXHAUSTIVE),
  rule("discriminator-value-removed", "output", "major", CALLS, "discriminator value removed"),
  rule("discriminator-value-changed", "output", "major", CALLS, "discriminator value names another type"),
];

/** The rules for the bodies of responses. */
const BODY_RULES = [
  rule(
    "media-type-changed",
    "output",
    "major",
    CALLS,
    "output media type changed",
    "responses have another content type",
  ),
  rule("media-type-added", "output", "minor", TYPES, "output media type added", UNUSED),
  rule("media-type-removed", "output", "minor", TYPES, "output media type removed", UNUSED),
];

/** The rules for results, for the bodies of other responses, and for response headers. An output type may narrow. */
export const RESPONSE_RULES = [
  ...OUTPUT_RULES,
  ...BODY_RULES,
  rule("status-added", "output", "patch", TYPES, "success status added"),
  rule("status-removed", "output", "patch", TYPES, "success status removed"),

  ...derive("error", [...OUTPUT_RULES, ...BODY_RULES]),
  rule("response-added", "error", "minor", TYPES, "response added"),
  rule("response-removed", "error", "minor", TYPES, "response removed"),
  rule("body-added", "error", "minor", TYPES, "response body added"),
  rule("body-removed", "error", "major", TYPES, "response body removed"),

  ...derive("header", OUTPUT_RULES),
];

/** Derives the rules of a scope from those for results. Only exported types depend on them. */
function derive<Kind extends string>(scope: "error" | "header", rules: readonly Rule<Kind>[]): Rule<Kind>[] {
  return rules.map((row) => {
    const summary = row.summary.replace("output", scope);
    return {
      ...row,
      scope,
      packages: row.packages.length > 0 ? TYPES : [],
      summary: scope === "header" ? summary.replace("property", "header") : summary,
    };
  });
}
