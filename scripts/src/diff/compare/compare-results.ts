import type { Model, Operation } from "../../model/model.ts";
import { selectContent } from "../../model/select-content.ts";
import type { OpenApiSchema } from "../../spec/openapi.ts";
import type { Finding, Pair } from "../api-change.ts";
import type { Child, Comparison } from "../schemas/compare-properties.ts";
import { isSuccess, responsesOf } from "../../model/openapi-operation.ts";

/** Compares the results of an operation: its success responses. Returns their body schemas as children. */
export function compareResults(models: Pair<Model>, { before, after }: Pair<Operation>): Comparison {
  const removed = bodySchemas(models.before, before);
  const added = bodySchemas(models.after, after);
  const children: Child[] = [];
  const match = (status: string, other: string): void => {
    const [old, current] = [removed.get(status), added.get(other)];
    if (old === undefined || current === undefined) return;
    children.push({ before: old, after: current, subject: after.id });
    removed.delete(status);
    added.delete(other);
  };
  for (const status of removed.keys()) match(status, status);
  // Pairs the remaining statuses in order, because a changed status usually keeps its body.
  const others = [...added.keys()];
  for (const [index, status] of [...removed.keys()].entries()) match(status, others[index] ?? "");
  const statuses = compareEmptyStatuses(models, { before, after });
  if (children.length === 0 || removed.size + added.size === 0) return { findings: statuses, children };
  const kind = removed.size === 0 ? "type-widened" : "type-narrowed";
  const texts = { before: formatStatuses(models.before, before), after: formatStatuses(models.after, after) };
  return { findings: [...statuses, { kind, subject: after.id, ...texts }], children };
}

/**
 * Compares the statuses of success responses without a body.
 *
 * Skips a changed main status, and results that only one document has. `compareOperations` reports these.
 */
function compareEmptyStatuses(models: Pair<Model>, { before, after }: Pair<Operation>): Finding[] {
  const [old, current] = [emptyStatuses(models.before, before), emptyStatuses(models.after, after)];
  if (old.length === 0 || current.length === 0) return [];
  const isKnown = (status: string): boolean =>
    before.success.status !== after.success.status &&
    [before.success.status, after.success.status].includes(Number(status));
  const missing = (from: string[], to: string[]) => from.filter((status) => !to.includes(status) && !isKnown(status));
  return [
    ...missing(old, current).map((status): Finding => ({ kind: "status-removed", subject: after.id, before: status })),
    ...missing(current, old).map((status): Finding => ({ kind: "status-added", subject: after.id, after: status })),
  ];
}

function emptyStatuses(model: Model, operation: Operation): string[] {
  const bodies = bodySchemas(model, operation);
  return [...responsesOf(model, operation).keys()].filter((status) => isSuccess(status) && !bodies.has(status));
}

/** Returns the body schemas of the success responses, by status. */
function bodySchemas(model: Model, operation: Operation): Map<string, OpenApiSchema> {
  const successes = [...responsesOf(model, operation)].filter(([status]) => isSuccess(status));
  const bodies = successes
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([status, response]): [string, OpenApiSchema][] => {
      const content = selectContent(model.document, response.content ?? {});
      return content === undefined ? [] : [[status, content.schema]];
    });
  return new Map(bodies);
}

function formatStatuses(model: Model, operation: Operation): string {
  return `the body of ${[...bodySchemas(model, operation).keys()].join(" or ")}`;
}
