import type { OpenApiSchema } from "../../spec/openapi.ts";
import type { Finding, Pair } from "../api-change.ts";
import { contentsOf } from "../../schema/canonical-json.ts";
import { guessRenames } from "./detect-renames.ts";
import { isReference } from "../../schema/resolve-schema.ts";
import type { ShapeMember } from "../../schema/normalize-schema.ts";

/** Two schemas that have yet to be compared, and what to call them. */
export interface Child extends Pair<OpenApiSchema> {
  subject: string;
}

/** What came out of comparing two things, and what is inside of them. */
export interface Comparison {
  findings: Finding[];
  children: Child[];
}

/** Compares the members of two objects, or two lists of inputs. */
export function compareMembers({ before, after }: Pair<ReadonlyMap<string, ShapeMember>>, subject: string): Comparison {
  const findings: Finding[] = [];
  const children: Child[] = [];
  const place = (name: string, { owner = subject }: ShapeMember): string => `${owner}.${name}`;
  const compare = (old: ShapeMember, current: ShapeMember, at: string): void => {
    if (old.required !== current.required) {
      findings.push({ kind: current.required ? "member-required" : "member-optional", subject: at });
    }
    findings.push(...compareSites({ before: old.schema, after: current.schema }, at));
    children.push({ before: old.schema, after: current.schema, subject: at });
  };

  const removed = new Map([...before].filter(([name]) => !after.has(name)));
  const added = new Map([...after].filter(([name]) => !before.has(name)));
  for (const [old, current] of guessRenames(renamable(removed), renamable(added))) {
    const at = place(old.name, old.member);
    findings.push({ kind: "member-renamed", subject: at, before: old.name, after: current.name, isGuess: true });
    compare(old.member, current.member, place(current.name, current.member));
    removed.delete(old.name);
    added.delete(current.name);
  }
  for (const [name, member] of removed) findings.push({ kind: "member-removed", subject: place(name, member) });
  for (const [name, member] of added) {
    findings.push({ kind: member.required ? "member-added-required" : "member-added", subject: place(name, member) });
  }
  for (const [name, old] of before) {
    const current = after.get(name);
    if (current) compare(old, current, place(name, current));
  }
  return { findings, children };
}

function renamable(members: ReadonlyMap<string, ShapeMember>) {
  // `*` and patterns are no names.
  const named = [...members].filter(([name]) => name !== "*" && !name.startsWith("/"));
  return named.map(([name, member]) => ({ name, member, contents: contentsOf(member.schema) }));
}

/** What is written beside references is said here: what they lead to is compared once for all that lead there. */
function compareSites({ before, after }: Pair<OpenApiSchema>, subject: string): Finding[] {
  if (!isReference(before) || !isReference(after)) return [];
  const findings: Finding[] = [];
  if (!before.deprecated && after.deprecated) findings.push({ kind: "member-deprecated", subject });
  const isOtherProse = before.description !== after.description || before.title !== after.title;
  if (isOtherProse || (before.deprecated && !after.deprecated)) findings.push({ kind: "prose-changed", subject });
  return findings;
}
