import type { Model, Operation, RateLimit } from "../../model/model.ts";
import type { Finding, Pair } from "../api-change.ts";
import type { ChangeKind } from "../rules.ts";
import { explainPaging } from "./explain-paging.ts";

/** Compares the properties of an operation except its inputs and its output. */
export function compareOperations(models: Pair<Model>, { before, after }: Pair<Operation>): Finding[] {
  const findings: Finding[] = [];
  const report = (kind: ChangeKind, texts: Partial<Finding> = {}): void => {
    findings.push({ kind, subject: after.id, ...texts });
  };
  const reportIfChanged = (kind: ChangeKind, format: (operation: Operation) => string): void => {
    const texts = { before: format(before), after: format(after) };
    if (texts.before !== texts.after) report(kind, texts);
  };

  reportIfChanged("operation-moved", ({ method, path }) => `${method} ${path}`);
  if (before.doc.deprecated !== after.doc.deprecated) {
    report(after.doc.deprecated ? "operation-deprecated" : "operation-undeprecated");
  }
  if (before.rateLimit && after.rateLimit)
    reportIfChanged("rate-limit-changed", ({ rateLimit }) => formatRateLimit(rateLimit));
  else if (before.rateLimit) report("rate-limit-removed", { before: formatRateLimit(before.rateLimit) });
  else if (after.rateLimit) report("rate-limit-added", { after: formatRateLimit(after.rateLimit) });
  reportIfChanged("idempotency-changed", ({ idempotent }) =>
    idempotent === undefined ? "by the method" : String(idempotent),
  );
  reportIfChanged("audit-events-changed", ({ auditEvents }) => auditEvents.join(", ") || "none");
  reportFieldChange("pagination", before.paging?.itemsField, after.paging?.itemsField);
  reportFieldChange("bulk", before.bulk?.field, after.bulk?.field);
  if (before.success.schema === undefined && after.success.schema !== undefined) report("result-added");
  if (before.success.schema !== undefined && after.success.schema === undefined) report("result-removed");
  if (before.success.schema && after.success.schema && before.success.unwrapped !== after.success.unwrapped) {
    reportIfChanged("result-unwrapped", ({ success }) => (success.unwrapped ? "the whole body" : "the data property"));
  }
  if (before.success.mayBeEmpty !== after.success.mayBeEmpty) {
    report(after.success.mayBeEmpty ? "result-optional" : "result-required");
  }
  reportIfChanged("status-changed", ({ success }) => String(success.status));
  if (before.doc.summary !== after.doc.summary || before.doc.description !== after.doc.description) {
    report("docs-changed");
  }
  return findings;

  function reportFieldChange(
    feature: "pagination" | "bulk",
    old: string | undefined,
    current: string | undefined,
  ): void {
    if (old === current) return;
    if (old !== undefined) {
      const cause = feature === "pagination" ? explainPaging(models.after, after, old) : undefined;
      report(`${feature}-removed`, { before: old, ...(cause !== undefined && { cause }) });
    }
    if (current !== undefined) report(`${feature}-added`, { after: current });
  }
}

/**
 * Compares the reads that a write invalidates.
 *
 * Ignores reads that only one document has. The kinds `operation-added` and `operation-removed` cover them.
 */
export function compareInvalidations({ before, after }: Pair<Operation>, isInBoth: (id: string) => boolean): Finding[] {
  const format = ({ invalidates }: Operation): string =>
    invalidates
      .map(({ id }) => id)
      .filter(isInBoth)
      .toSorted()
      .join(", ") || "none";
  const texts = { before: format(before), after: format(after) };
  return texts.before === texts.after ? [] : [{ kind: "invalidation-changed", subject: after.id, ...texts }];
}

function formatRateLimit(limit: RateLimit | undefined): string {
  return limit ? `${limit.requests} requests in ${limit.windowSeconds} s` : "none";
}
