import { CURSOR_MEMBER, COUNT_MEMBER, isRead, PAGINATION_MEMBER } from "../../model/conventions.ts";
import type { Model, Operation, RateLimit } from "../../model/model.ts";
import { openApiOperationOf } from "../../model/openapi-operation.ts";
import { membersOf } from "../../schema/members.ts";
import { resolveSchema } from "../../schema/resolve-schema.ts";
import type { Finding, Pair } from "../api-change.ts";
import type { ChangeKind } from "../rules/rules.ts";

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
  const tags = { before: formatTags(models.before, before), after: formatTags(models.after, after) };
  if (tags.before !== tags.after) report("tags-changed", tags);
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

/** Returns why an operation is no longer paged, and how to restore it. `itemsField` is the array that it had. */
function explainPaging({ document }: Model, operation: Operation, itemsField: string): string | undefined {
  if (operation.paging) return undefined;
  const input = operation.inputs.find(({ name, in: location }) => name === PAGINATION_MEMBER && location !== "header");
  if (!input) return `no input is named ${PAGINATION_MEMBER}`;
  const inputMembers = membersOf(document, input.schema, "write");
  const missing = [CURSOR_MEMBER, COUNT_MEMBER].find((name) => !inputMembers.has(name));
  if (missing !== undefined) return `the input ${PAGINATION_MEMBER} has no ${missing}`;
  if (operation.success.mayBeEmpty) return "another success response has no body";
  const members = operation.success.data ? membersOf(document, operation.success.data.schema, "read") : new Map();
  if (!members.has(PAGINATION_MEMBER)) return `data has no ${PAGINATION_MEMBER}`;
  const arrays = [...members].filter(([, { schema }]) => resolveSchema(document, schema).type === "array");
  const names = arrays.map(([name]) => name);
  if (names.length === 0) return "data has no array";
  const fix = `set x-page: ${names.includes(itemsField) ? itemsField : names[0]}`;
  if (names.length > 1) return `data has ${names.length === 2 ? "two" : names.length} arrays, ${fix}`;
  return isRead(operation) ? "x-page is false" : `a write is paged only with x-page, ${fix}`;
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

/** Formats the tags of an operation. The client does not read them, so they can be of any type. */
function formatTags({ document }: Model, operation: Operation): string {
  const { tags = [] } = openApiOperationOf(document, operation);
  return Array.isArray(tags) ? tags.map(String).join(", ") || "none" : JSON.stringify(tags);
}

function formatRateLimit(limit: RateLimit | undefined): string {
  return limit ? `${limit.requests} requests in ${limit.windowSeconds} s` : "none";
}
