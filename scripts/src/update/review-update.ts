import type { ClassifiedChange } from "../diff/classify-changes.ts";
import type { DetailedSpecDiff } from "../diff/diff-specs.ts";
import type { Json } from "../spec/json.ts";
import { plainText } from "../diff/format-change.ts";
import { findMentions } from "./find-mentions.ts";
import { findMockResolvers } from "./find-mock-resolvers.ts";

/** The maximum number of names per line. */
const MAX_NAMES = 12;

/** Returns what to review before committing an update, one line per topic, the most severe first. */
export async function reviewUpdate(root: string, { changes, models }: DetailedSpecDiff): Promise<string[]> {
  const breaking = changes.filter(({ bump }) => bump === "major");
  const idsBefore = new Set(models.before.operations.map(({ id }) => id));
  const resolvers = await findMockResolvers(root);
  const withoutResolver = models.after.operations.filter(
    ({ id }) => !idsBefore.has(id) && resolvers?.has(id) === false,
  );
  const mentions = await findMentions(
    root,
    breaking.filter(removesName).map(({ subject }) => subject),
  );
  return [
    ...(breaking.length > 0 ? [`Breaking changes: ${breaking.length}, listed above under Major`] : []),
    ...formatLine("Removed names that hand-written code still uses", Array.from(mentions, formatMention), "\n    "),
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

function formatLine(label: string, names: readonly string[], separator = " "): string[] {
  if (names.length === 0) return [];
  const more = names.length - MAX_NAMES;
  const shown = names.slice(0, MAX_NAMES).map(plainText).join(`,${separator}`);
  return [`${label}:${separator}${shown}${more > 0 ? `${separator}and ${more} more` : ""}`];
}

function removesName({ kind }: ClassifiedChange): boolean {
  return ["operation-removed", "operation-renamed", "schema-removed", "schema-renamed"].includes(kind);
}

/** Returns whether the newer document lacks an `x-` key. An upstream document lacks the keys that this repository adds. */
function removesKey({ kind, after }: ClassifiedChange): boolean {
  return (
    (kind === "audit-events-changed" && after === "none") ||
    (kind === "idempotency-changed" && after === "by the method")
  );
}

function formatMention([path, names]: [string, string[]]): string {
  return `${path} (${names.join(" ")})`;
}

function formatChange({ subject, before = "", after }: ClassifiedChange): string {
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
