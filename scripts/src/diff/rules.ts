/** From where a change is seen: by callers as a whole, in what they send, in what they get, or as the name of a type. */
export type Where = "operation" | "input" | "output" | "schema";

/** How far a release goes (https://semver.org). */
export type Bump = "major" | "minor" | "patch";

/** A published package, without its scope. */
export type PackageName = "types" | "client" | "helpers" | "react" | "msw" | "proxy";

/** What one kind of change means for releases. */
export interface Rule<Kind extends string = string> {
  kind: Kind;
  where: Where;
  bump: Bump;
  /** The packages that the change affects. Changesets releases the others with them. */
  packages: readonly PackageName[];
  /** What has happened, after the subject and a colon. */
  says: string;
  /** What those who upgrade should know besides. */
  note?: string;
}

/**
 * The packages whose types speak of operations, their inputs and their outputs.
 *
 * `helpers` and `proxy` work on any operation and name none. They are released with the others, as one fixed group.
 */
const CALLS: readonly PackageName[] = ["types", "client", "react", "msw"];
const TYPES: readonly PackageName[] = ["types", "client"];

const EXHAUSTIVE = "exhaustive switches notice";
const REFUSED = "values that were accepted are refused";

/**
 * The rules, one a row. The same schema can be in inputs and in outputs, where opposite changes are harmless:
 * what is sent may be widened, what is returned may be narrowed.
 */
export const RULES = [
  rule("operation-added", "operation", "minor", CALLS, "new operation"),
  rule("operation-removed", "operation", "major", CALLS, "operation removed"),
  rule("operation-renamed", "operation", "major", CALLS, "operation renamed"),
  rule("operation-moved", "operation", "major", CALLS, "method or path changed", "calls by path break"),
  rule("operation-deprecated", "operation", "minor", TYPES, "deprecated"),
  rule("operation-restored", "operation", "patch", TYPES, "no longer deprecated"),
  rule("limit-added", "operation", "minor", ["client", "msw"], "rate limit added", "calls may wait"),
  rule("limit-removed", "operation", "minor", ["client", "msw"], "rate limit vanished", "it is learnt from answers"),
  rule("limit-changed", "operation", "minor", ["client", "msw"], "rate limit changed", "pacing differs"),
  rule("retry-changed", "operation", "minor", ["client"], "whether a repeat is safe changed", "retries differ"),
  rule("stale-changed", "operation", "patch", ["client"], "the reads that it makes stale changed"),
  rule("audit-changed", "operation", "patch", TYPES, "audit events changed"),
  rule("paging-added", "operation", "minor", CALLS, "pages can be walked"),
  rule("paging-removed", "operation", "major", CALLS, "pages can no longer be walked"),
  rule("bulk-added", "operation", "minor", TYPES, "bulk work can split its list"),
  rule("bulk-removed", "operation", "major", TYPES, "bulk work can no longer split its list"),
  rule("answer-added", "operation", "major", CALLS, "returns something, where it returned nothing"),
  rule("answer-removed", "operation", "major", CALLS, "returns nothing any more"),
  rule("answer-optional", "operation", "major", CALLS, "may return nothing"),
  rule("answer-certain", "operation", "minor", CALLS, "always returns something"),
  rule("answer-unwrapped", "operation", "major", CALLS, "returns other parts of the answer than it did"),
  rule("status-changed", "operation", "minor", ["types", "msw"], "status of a success changed", "the mock sends it"),
  rule("prose-changed", "operation", "patch", ["types", "client", "react"], "prose changed"),

  rule("member-added", "input", "minor", CALLS, "new optional input"),
  rule("member-added-required", "input", "major", CALLS, "new required input"),
  rule("member-removed", "input", "major", CALLS, "input removed"),
  rule("member-renamed", "input", "major", CALLS, "input renamed"),
  rule("member-moved", "input", "major", CALLS, "sent in another place", "calls by path break"),
  rule("member-required", "input", "major", CALLS, "input is required now"),
  rule("member-optional", "input", "minor", CALLS, "input is optional now"),
  rule("member-deprecated", "input", "minor", TYPES, "input deprecated"),
  rule("type-changed", "input", "major", CALLS, "type of an input changed"),
  rule("type-narrowed", "input", "major", CALLS, "type of an input narrowed"),
  rule("type-widened", "input", "minor", CALLS, "type of an input widened"),
  rule("enum-value-added", "input", "minor", CALLS, "further value accepted"),
  rule("enum-value-removed", "input", "major", CALLS, "value no longer accepted"),
  rule("bound-tightened", "input", "minor", ["msw"], "limit on the value tightened", REFUSED),
  rule("bound-loosened", "input", "minor", ["msw"], "limit on the value loosened", "the mock accepts more"),
  rule("bound-changed", "input", "minor", ["msw"], "limit on the value changed", `it may be that ${REFUSED}`),
  rule("default-changed", "input", "minor", ["types", "msw"], "default changed", "leaving it out means another thing"),
  rule("examples-changed", "input", "patch", ["types", "msw"], "examples changed"),
  rule("prose-changed", "input", "patch", ["types"], "prose changed"),

  rule("member-added", "output", "minor", CALLS, "new optional member"),
  rule("member-added-required", "output", "minor", CALLS, "new member"),
  rule("member-removed", "output", "major", CALLS, "member removed"),
  rule("member-renamed", "output", "major", CALLS, "member renamed"),
  rule("member-required", "output", "minor", CALLS, "member is always there now"),
  rule("member-optional", "output", "major", CALLS, "member may be missing now"),
  rule("member-deprecated", "output", "minor", TYPES, "member deprecated"),
  rule("type-changed", "output", "major", CALLS, "type of an output changed"),
  rule("type-narrowed", "output", "minor", CALLS, "type of an output narrowed"),
  rule("type-widened", "output", "major", CALLS, "type of an output widened"),
  rule("enum-value-added", "output", "minor", CALLS, "further value returned", EXHAUSTIVE),
  rule(
    "enum-value-removed",
    "output",
    "minor",
    CALLS,
    "value no longer returned",
    "comparisons with it fail to compile",
  ),
  rule("bound-tightened", "output", "patch", ["msw"], "limit on the value tightened"),
  rule("bound-loosened", "output", "minor", ["msw"], "limit on the value loosened", "larger or other values can come"),
  rule("bound-changed", "output", "minor", ["msw"], "limit on the value changed", "other values can come"),
  rule("default-changed", "output", "patch", ["types", "msw"], "default changed"),
  rule("examples-changed", "output", "patch", ["types", "msw"], "examples changed"),
  rule("prose-changed", "output", "patch", ["types"], "prose changed"),

  rule("schema-added", "schema", "minor", TYPES, "new type"),
  rule("schema-removed", "schema", "major", TYPES, "type removed"),
  rule("schema-renamed", "schema", "major", TYPES, "type renamed"),
];

/** What can change. */
export type ChangeKind = (typeof RULES)[number]["kind"];

/** What the release of a package is for when no rule asks for it and its generated code differs all the same. */
export const OTHERWISE = { bump: "patch", says: "generated code changed in a way that no rule names" } as const;

const BY_KEY: ReadonlyMap<string, Rule> = new Map(RULES.map((row) => [`${row.kind} ${row.where}`, row]));

/** Finds the row for a change. */
export function ruleFor({ kind, where }: Pick<Rule, "kind" | "where">): Rule {
  const found = BY_KEY.get(`${kind} ${where}`);
  if (!found) throw new Error(`No rule says what ${kind} means for ${where}; add a row to rules.ts`);
  return found;
}

function rule<Kind extends string>(
  kind: Kind,
  where: Where,
  bump: Bump,
  packages: readonly PackageName[],
  says: string,
  note?: string,
): Rule<Kind> {
  return { kind, where, bump, packages, says, ...(note !== undefined && { note }) };
}
