import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import type { ClassifiedChange } from "../diff/classify-changes.ts";
import type { DetailedSpecDiff } from "../diff/diff-specs.ts";
import type { Json } from "../spec/json.ts";
import { plainText } from "../diff/format-change.ts";
import { reviewCode } from "./review-code.ts";

const RESOLVERS = "packages/msw/src/resolvers/index.ts";

/** The maximum number of names per line. */
const MAX_NAMES = 12;

/** Returns what to review before committing an update, one line per topic, the most severe first. */
export async function reviewUpdate(root: string, diff: DetailedSpecDiff): Promise<string[]> {
  const { changes, models } = diff;
  const breaking = changes.filter(({ bump }) => bump === "major");
  const idsBefore = new Set(models.before.operations.map(({ id }) => id));
  const resolvers = await findMockResolvers(root);
  const withoutResolver = models.after.operations.filter(
    ({ id }) => !idsBefore.has(id) && resolvers?.has(id) === false,
  );
  return [
    ...(breaking.length > 0 ? [`Breaking changes: ${breaking.length}, listed above`] : []),
    ...formatLine(
      "Breaking for callers (the API rejects values that it accepted before)",
      changes.filter(rejectsValues).map(formatChange),
    ),
    ...formatLine(
      "Parts of the document that no rule covers",
      changes.filter(isUncovered).map(({ subject }) => subject),
    ),
    ...(await reviewCode(root, diff)),
    ...formatLine("Guessed renames to confirm", changes.filter(({ isGuess }) => isGuess).map(formatChange)),
    ...formatLine(
      "New operations without a mock resolver (the mock returns samples)",
      withoutResolver.map(({ id }) => id),
    ),
    ...formatLine("Removed rate limits", changes.filter(({ kind }) => kind === "rate-limit-removed").map(formatChange)),
    ...formatLine("Other removed x- keys", [
      ...changes.filter(removesKey).map(formatChange),
      ...removedNames(models).map((name) => `x-name: ${name}`),
    ]),
  ];
}

/** Returns the ids of the operations that have a mock resolver, or `undefined` if there is no mock package below `root`. */
async function findMockResolvers(root: string): Promise<Set<string> | undefined> {
  const path = join(root, RESOLVERS);
  if (!existsSync(path)) return undefined;
  const module: unknown = await import(pathToFileURL(path).href);
  const resolvers = typeof module === "object" && module ? Reflect.get(module, "resolvers") : undefined;
  if (typeof resolvers !== "object" || !resolvers) {
    throw new Error(`${RESOLVERS} must export an object named \`resolvers\``);
  }
  return new Set(Object.keys(resolvers));
}

function formatLine(label: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length - MAX_NAMES;
  const shown = names.slice(0, MAX_NAMES).map(plainText).join(", ");
  return [`${label}: ${shown}${more > 0 ? ` and ${more} more` : ""}`];
}

/** Returns whether an input accepts fewer values, although its type is the same. */
function rejectsValues({ kind, scope }: ClassifiedChange): boolean {
  const kinds = ["constraint-tightened", "constraint-changed", "number-to-integer", "format-changed", "body-required"];
  return scope === "input" && kinds.includes(kind);
}

function isUncovered({ kind }: ClassifiedChange): boolean {
  return kind === "part-changed";
}

/** Returns whether the newer document lacks an `x-` key. An upstream document lacks the keys that this repository adds. */
function removesKey({ kind, after }: ClassifiedChange): boolean {
  return (
    (kind === "audit-events-changed" && after === "none") ||
    (kind === "idempotency-changed" && after === "by the method")
  );
}

function formatChange({ subject, before = "", after }: ClassifiedChange): string {
  if (before === "" && after === undefined) return subject;
  return after === undefined ? `${subject} (${before})` : `${subject} (${before} -> ${after})`;
}

/** Returns the values of `x-name` that the newer document lacks. */
function removedNames({ before, after }: DetailedSpecDiff["models"]): string[] {
  const current = new Set(chosenNames(after.document as unknown as Json));
  return chosenNames(before.document as unknown as Json).filter((name) => !current.has(name));
}

function chosenNames(value: Json): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === "x-name" && typeof member === "string" ? [member] : chosenNames(member),
  );
}
