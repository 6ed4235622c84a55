import { jsonContent } from "../../model/model-context.ts";
import type { Model, Operation } from "../../model/model.ts";
import { METHOD_KEYS, type OpenApiSchema } from "../../spec/openapi.ts";
import { follow } from "../../spec/references.ts";
import type { Finding, Pair } from "../api-change.ts";
import type { Child } from "./compare-properties.ts";

/** Compares the success responses of an operation. Returns their body schemas as children. */
export function compareResponses(
  models: Pair<Model>,
  { before, after }: Pair<Operation>,
): {
  findings: Finding[];
  children: Child[];
} {
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
  if (children.length === 0 || removed.size + added.size === 0) return { findings: [], children };
  const kind = removed.size === 0 ? "type-widened" : "type-narrowed";
  const texts = { before: formatStatuses(models.before, before), after: formatStatuses(models.after, after) };
  return { findings: [{ kind, subject: after.id, ...texts }], children };
}

/** Returns the body schemas of the success responses, by status. */
function bodySchemas({ document }: Model, { path, method }: Operation): Map<string, OpenApiSchema> {
  const key = METHOD_KEYS.find((candidate) => candidate === method.toLowerCase());
  const responses = (key && document.paths[path]?.[key]?.responses) ?? {};
  const successes = Object.keys(responses).filter((status) => status.startsWith("2"));
  const bodies = successes.toSorted().flatMap((status): [string, OpenApiSchema][] => {
    const response = responses[status];
    const content = response && jsonContent(follow(document, response, []).value.content ?? {});
    return content?.schema === undefined ? [] : [[status, content.schema]];
  });
  return new Map(bodies);
}

function formatStatuses(model: Model, operation: Operation): string {
  return `the body of ${[...bodySchemas(model, operation).keys()].join(" or ")}`;
}
