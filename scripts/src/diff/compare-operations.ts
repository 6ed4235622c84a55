import type { Operation, RateLimit } from "../model/model.ts";
import type { ChangeKind } from "./rules.ts";
import type { Finding, Pair } from "./api-change.ts";

/** Compares what is said about an operation as a whole: all but its inputs and its output. */
export function compareOperations({ before, after }: Pair<Operation>): Finding[] {
  const findings: Finding[] = [];
  const note = (kind: ChangeKind, texts: Partial<Pair<string>> = {}): void => {
    findings.push({ kind, subject: after.id, ...texts });
  };
  const noteIfOther = (kind: ChangeKind, show: (operation: Operation) => string): void => {
    const texts = { before: show(before), after: show(after) };
    if (texts.before !== texts.after) note(kind, texts);
  };

  noteIfOther("operation-moved", ({ method, path }) => `${method} ${path}`);
  if (before.doc.deprecated !== after.doc.deprecated) {
    note(after.doc.deprecated ? "operation-deprecated" : "operation-restored");
  }
  if (before.rateLimit && after.rateLimit) noteIfOther("limit-changed", ({ rateLimit }) => limitText(rateLimit));
  else if (before.rateLimit) note("limit-removed", { before: limitText(before.rateLimit) });
  else if (after.rateLimit) note("limit-added", { after: limitText(after.rateLimit) });
  noteIfOther("retry-changed", ({ idempotent }) => (idempotent === undefined ? "by the method" : String(idempotent)));
  noteIfOther("audit-changed", ({ auditEvents }) => auditEvents.join(", ") || "none");
  noteGainAndLoss("paging", before.paging?.itemsField, after.paging?.itemsField);
  noteGainAndLoss("bulk", before.bulk?.field, after.bulk?.field);
  if (before.success.schema === undefined && after.success.schema !== undefined) note("answer-added");
  if (before.success.schema !== undefined && after.success.schema === undefined) note("answer-removed");
  if (before.success.schema && after.success.schema && before.success.unwrapped !== after.success.unwrapped) {
    noteIfOther("answer-unwrapped", ({ success }) => (success.unwrapped ? "the whole body" : "its data"));
  }
  if (before.success.mayBeEmpty !== after.success.mayBeEmpty) {
    note(after.success.mayBeEmpty ? "answer-optional" : "answer-certain");
  }
  noteIfOther("status-changed", ({ success }) => String(success.status));
  if (before.doc.summary !== after.doc.summary || before.doc.description !== after.doc.description) {
    note("prose-changed");
  }
  return findings;

  function noteGainAndLoss(what: "paging" | "bulk", old: string | undefined, current: string | undefined): void {
    if (old === current) return;
    if (old !== undefined) note(`${what}-removed`, { before: old });
    if (current !== undefined) note(`${what}-added`, { after: current });
  }
}

/**
 * Compares which reads a write makes stale, as far as both documents have them: that a new read is stale too goes without saying.
 */
export function compareStale({ before, after }: Pair<Operation>, isInBoth: (id: string) => boolean): Finding[] {
  const show = ({ invalidates }: Operation): string =>
    invalidates
      .map(({ id }) => id)
      .filter(isInBoth)
      .toSorted()
      .join(", ") || "none";
  const texts = { before: show(before), after: show(after) };
  return texts.before === texts.after ? [] : [{ kind: "stale-changed", subject: after.id, ...texts }];
}

function limitText(limit: RateLimit | undefined): string {
  return limit ? `${limit.requests} requests in ${limit.windowSeconds} s` : "none";
}
