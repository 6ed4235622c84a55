import { plainText } from "../diff/format-change.ts";
import type { DetailedSpecDiff } from "../diff/diff-specs.ts";
import type { ClassifiedChange } from "../diff/classify-changes.ts";
import { findMentions } from "./find-mentions.ts";
import { findMockResolvers } from "./find-mock-resolvers.ts";

/** More names than these make a line that nobody reads. */
const MAX_NAMES = 12;

/** What a person should look at before this is committed, the gravest first. */
export async function reviewUpdate(root: string, { changes, models }: DetailedSpecDiff): Promise<string[]> {
  const breaking = changes.filter(({ bump }) => bump === "major");
  const known = new Set(models.before.operations.map(({ id }) => id));
  const mocked = await findMockResolvers(root);
  const unmocked = models.after.operations.filter(({ id }) => !known.has(id) && mocked?.has(id) === false);
  const mentions = await findMentions(
    root,
    breaking.filter(isNameGone).map(({ subject }) => subject),
  );
  return [
    ...(breaking.length > 0 ? [`Breaking changes: ${breaking.length}, listed above under Major`] : []),
    ...line("Gone, but named in code that is written by hand", Array.from(mentions, mentionText), "\n    "),
    ...line("Guesses to confirm", changes.filter(({ isGuess }) => isGuess).map(fromTo)),
    ...line(
      "New, without a mock written by hand: answered with samples",
      unmocked.map(({ id }) => id),
    ),
    ...line("Limits that vanished", changes.filter(({ kind }) => kind === "rate-limit-removed").map(fromTo)),
    ...line("Other keys (x-...) that vanished", changes.filter(isKeyGone).map(fromTo)),
  ];
}

function line(what: string, names: readonly string[], separator = " "): string[] {
  if (names.length === 0) return [];
  const more = names.length - MAX_NAMES;
  const shown = names.slice(0, MAX_NAMES).map(plainText).join(`,${separator}`);
  return [`${what}:${separator}${shown}${more > 0 ? `${separator}and ${more} more` : ""}`];
}

function isNameGone({ kind }: ClassifiedChange): boolean {
  return ["operation-removed", "operation-renamed", "schema-removed", "schema-renamed"].includes(kind);
}

/** A document that comes from elsewhere may lack what was added to the one here. */
function isKeyGone({ kind, after }: ClassifiedChange): boolean {
  return (
    (kind === "audit-events-changed" && after === "none") ||
    (kind === "idempotency-changed" && after === "by the method")
  );
}

function mentionText([path, names]: [string, string[]]): string {
  return `${path} (${names.join(" ")})`;
}

function fromTo({ subject, before = "", after }: ClassifiedChange): string {
  return after === undefined ? `${subject} (${before})` : `${subject} (${before} -> ${after})`;
}
