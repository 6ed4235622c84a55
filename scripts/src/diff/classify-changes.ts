import { compareCodeUnits } from "../text/identifier.ts";
import type { ApiChange } from "./api-change.ts";
import { ruleFor } from "./rules/rules.ts";
import type { Bump, ChangeScope, PackageName, Rule } from "./rules/rule.ts";

/** A change with the rule that applies to it. */
export interface ClassifiedChange extends ApiChange, Omit<Rule, "kind" | "scope"> {}

/** The release that a package needs. */
export interface Release {
  name: PackageName;
  bump: Bump;
  /** The changes that require this bump. All changes, if no rule names the package but its generated code differs. */
  reasons: ClassifiedChange[];
}

const BUMPS: readonly Bump[] = ["major", "minor", "patch"];
const SCOPES: readonly ChangeScope[] = [
  "server",
  "operation",
  "input",
  "output",
  "error",
  "header",
  "schema",
  "document",
];
const PACKAGES: readonly PackageName[] = ["types", "client", "helpers", "react", "msw", "proxy"];

/** Applies the rules to changes. Sorts them by bump (major first), then by scope, then by subject. */
export function classifyChanges(changes: readonly ApiChange[]): ClassifiedChange[] {
  const classified = changes.map((change): ClassifiedChange => Object.assign({}, ruleFor(change), change));
  return classified.toSorted(
    (a, b) =>
      BUMPS.indexOf(a.bump) - BUMPS.indexOf(b.bump) ||
      SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope) ||
      compareCodeUnits(a.subject, b.subject),
  );
}

/**
 * Returns the release that each package needs.
 *
 * A package in `differing` has different generated code, for example in comments. It gets a patch if no rule names it.
 */
export function planReleases(
  changes: readonly ClassifiedChange[],
  differing: ReadonlySet<string> = new Set(),
): Release[] {
  return PACKAGES.flatMap((name): Release[] => {
    const relevant = changes.filter(({ packages }) => packages.includes(name));
    const bump = BUMPS.find((candidate) => relevant.some((change) => change.bump === candidate));
    if (bump) return [{ name, bump, reasons: relevant.filter((change) => change.bump === bump) }];
    return differing.has(name) ? [{ name, bump: "patch", reasons: [...changes] }] : [];
  });
}
