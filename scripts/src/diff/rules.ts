/** The part of the API that a change affects: an operation as a whole, its input, its output, or an exported type. */
export type ChangeScope = "operation" | "input" | "output" | "schema";

/** The part of the version to increment (https://semver.org). */
export type Bump = "major" | "minor" | "patch";

/** A published package, without its npm scope. */
export type PackageName = "types" | "client" | "helpers" | "react" | "msw" | "proxy";

/** The release that one kind of change in one scope requires. */
export interface Rule<Kind extends string = string> {
  kind: Kind;
  scope: ChangeScope;
  bump: Bump;
  /** The packages that the change affects. Changesets releases all others with them. */
  packages: readonly PackageName[];
  /** What changed. Printed after the subject and a colon. */
  summary: string;
  /** The effect on users, if the summary does not imply it. */
  note?: string;
}

/**
 * The packages whose types depend on operations, their inputs and their outputs.
 *
 * `helpers` and `proxy` are generic over operations, so no change affects them directly.
 */
const CALLS: readonly PackageName[] = ["types", "client", "react", "msw"];
const TYPES: readonly PackageName[] = ["types", "client"];

const EXHAUSTIVE = "exhaustive switches no longer compile";
const REJECTED = "the mock rejects values that it accepted before";

/**
 * The rules, one per row.
 *
 * Compatibility is reversed between inputs and outputs: an input type may widen, an output type may narrow.
 */
export const RULES = [
  rule("operation-added", "operation", "minor", CALLS, "operation added"),
  rule("operation-removed", "operation", "major", CALLS, "operation removed"),
  rule("operation-renamed", "operation", "major", CALLS, "operation renamed"),
  rule("operation-moved", "operation", "major", CALLS, "method or path changed", "raw calls must change"),
  rule("operation-deprecated", "operation", "minor", TYPES, "deprecated"),
  rule("operation-undeprecated", "operation", "patch", TYPES, "no longer deprecated"),
  rule("rate-limit-added", "operation", "minor", ["client", "msw"], "rate limit added", "calls may be queued"),
  rule(
    "rate-limit-removed",
    "operation",
    "minor",
    ["client", "msw"],
    "rate limit removed",
    "the limit is read from responses instead",
  ),
  rule("rate-limit-changed", "operation", "minor", ["client", "msw"], "rate limit changed", "the request rate changes"),
  rule(
    "idempotency-changed",
    "operation",
    "minor",
    ["client"],
    "idempotency changed",
    "different failures are retried",
  ),
  rule("invalidation-changed", "operation", "patch", ["client"], "invalidated reads changed"),
  rule("audit-events-changed", "operation", "patch", TYPES, "audit events changed"),
  rule("pagination-added", "operation", "minor", CALLS, "pagination added"),
  rule("pagination-removed", "operation", "major", CALLS, "pagination removed"),
  rule("bulk-added", "operation", "minor", TYPES, "bulk field added"),
  rule("bulk-removed", "operation", "major", TYPES, "bulk field removed"),
  rule("result-added", "operation", "major", CALLS, "result added"),
  rule("result-removed", "operation", "major", CALLS, "result removed"),
  rule("result-optional", "operation", "major", CALLS, "result became optional"),
  rule("result-required", "operation", "minor", CALLS, "result became required"),
  rule("result-unwrapped", "operation", "major", CALLS, "returned part of the response body changed"),
  rule(
    "status-changed",
    "operation",
    "minor",
    ["types", "msw"],
    "success status changed",
    "the mock sends the new status",
  ),
  rule("docs-changed", "operation", "patch", ["types", "client", "react"], "documentation changed"),

  rule("property-added", "input", "minor", CALLS, "optional input added"),
  rule("property-added-required", "input", "major", CALLS, "required input added"),
  rule("property-removed", "input", "major", CALLS, "input removed"),
  rule("property-renamed", "input", "major", CALLS, "input renamed"),
  rule("property-moved", "input", "major", CALLS, "input location changed", "raw calls must change"),
  rule("property-required", "input", "major", CALLS, "input became required"),
  rule("property-optional", "input", "minor", CALLS, "input became optional"),
  rule("property-deprecated", "input", "minor", TYPES, "input deprecated"),
  rule("type-changed", "input", "major", CALLS, "input type changed"),
  rule("type-narrowed", "input", "major", CALLS, "input type narrowed"),
  rule("type-widened", "input", "minor", CALLS, "input type widened"),
  rule("enum-value-added", "input", "minor", CALLS, "enum value added"),
  rule("enum-value-removed", "input", "major", CALLS, "enum value removed"),
  rule("constraint-tightened", "input", "minor", ["msw"], "constraint tightened", REJECTED),
  rule("constraint-loosened", "input", "minor", ["msw"], "constraint loosened", "the mock accepts more values"),
  rule(
    "constraint-changed",
    "input",
    "minor",
    ["msw"],
    "constraint changed",
    "the mock may reject values that it accepted before",
  ),
  rule(
    "default-changed",
    "input",
    "minor",
    ["types", "msw"],
    "default changed",
    "omitting the input has another effect",
  ),
  rule("examples-changed", "input", "patch", ["types", "msw"], "examples changed"),
  rule("docs-changed", "input", "patch", ["types"], "documentation changed"),

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
  rule("enum-value-added", "output", "minor", CALLS, "enum value added", EXHAUSTIVE),
  rule("enum-value-removed", "output", "minor", CALLS, "enum value removed", "comparisons with it no longer compile"),
  rule("constraint-tightened", "output", "patch", ["msw"], "constraint tightened"),
  rule("constraint-loosened", "output", "minor", ["msw"], "constraint loosened", "the API may return more values"),
  rule("constraint-changed", "output", "minor", ["msw"], "constraint changed", "the API may return other values"),
  rule("default-changed", "output", "patch", ["types", "msw"], "default changed"),
  rule("examples-changed", "output", "patch", ["types", "msw"], "examples changed"),
  rule("docs-changed", "output", "patch", ["types"], "documentation changed"),

  rule("schema-added", "schema", "minor", TYPES, "type added"),
  rule("schema-removed", "schema", "major", TYPES, "type removed"),
  rule("schema-renamed", "schema", "major", TYPES, "type renamed"),
];

/** The kinds of changes. */
export type ChangeKind = (typeof RULES)[number]["kind"];

/** The release of a package whose generated code differs although no rule affects the package. */
export const FALLBACK = { bump: "patch", summary: "generated code changed in a way that no rule covers" } as const;

const BY_KEY: ReadonlyMap<string, Rule> = new Map(RULES.map((row) => [`${row.kind} ${row.scope}`, row]));

/** Returns the rule for a change. @throws {Error} if there is none, which is a defect of the comparison. */
export function ruleFor({ kind, scope }: Pick<Rule, "kind" | "scope">): Rule {
  const found = BY_KEY.get(`${kind} ${scope}`);
  if (!found) throw new Error(`No rule for the change "${kind}" in the scope "${scope}". Add a row to rules.ts.`);
  return found;
}

function rule<Kind extends string>(
  kind: Kind,
  scope: ChangeScope,
  bump: Bump,
  packages: readonly PackageName[],
  summary: string,
  note?: string,
): Rule<Kind> {
  return { kind, scope, bump, packages, summary, ...(note !== undefined && { note }) };
}
