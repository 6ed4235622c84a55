import type { ApiChange } from "./api-change.ts";
import { OTHERWISE, ruleFor, type Bump, type PackageName, type Rule, type Where } from "./rules.ts";

/** A change and what it means for releases. */
export interface JudgedChange extends ApiChange, Omit<Rule, "kind" | "where"> {}

/** The release that a package needs. */
export interface Release {
  name: PackageName;
  bump: Bump;
  /** The changes that ask for this bump; none when only generated code differs. */
  reasons: JudgedChange[];
  /** Why there is a release without a change that asks for it. */
  otherwise?: string;
}

const BUMPS: readonly Bump[] = ["major", "minor", "patch"];
const PLACES: readonly Where[] = ["operation", "input", "output", "schema"];
const PACKAGES: readonly PackageName[] = ["types", "client", "helpers", "react", "msw", "proxy"];

/** Looks up what each change means. The gravest come first, and of these whole operations. */
export function judge(changes: readonly ApiChange[]): JudgedChange[] {
  const judged = changes.map((change): JudgedChange => Object.assign({}, ruleFor(change), change));
  return judged.toSorted(
    (a, b) =>
      BUMPS.indexOf(a.bump) - BUMPS.indexOf(b.bump) ||
      PLACES.indexOf(a.where) - PLACES.indexOf(b.where) ||
      compare(a.subject, b.subject),
  );
}

/** Works out the release of each package. `differing` are the packages whose generated code differs. */
export function releasesFor(changes: readonly JudgedChange[], differing: ReadonlySet<string> = new Set()): Release[] {
  return PACKAGES.flatMap((name): Release[] => {
    const asking = changes.filter(({ packages }) => packages.includes(name));
    const bump = BUMPS.find((candidate) => asking.some((change) => change.bump === candidate));
    if (bump) return [{ name, bump, reasons: asking.filter((change) => change.bump === bump) }];
    return differing.has(name) ? [{ name, bump: OTHERWISE.bump, reasons: [], otherwise: OTHERWISE.says }] : [];
  });
}

/** By code units, so that the order is the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
