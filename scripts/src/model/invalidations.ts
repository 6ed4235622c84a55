import type { Path } from "../spec/json.ts";
import type { OpenApiDocument } from "../spec/openapi.ts";
import type { ModelContext } from "./model-context.ts";
import { isRead } from "./conventions.ts";
import type { ChangedItems, Operation, Invalidation } from "./model.ts";
import { findChangedItems, findNamedParameter } from "./named-items.ts";
import { areRelated, pairParameters, segmentsOf } from "./path-template.ts";

/**
 * Returns a function that finds the reads to invalidate after a write: those on its path, above it or below it.
 *
 * The function warns about a write without such reads, unless the document has no reads at all.
 */
export function createInvalidationFinder(
  { document, warn }: ModelContext,
  operations: readonly Operation[],
): (write: Operation, at: Path) => Invalidation[] {
  const reads = operations.filter(isRead);
  const segments = new Map(operations.map(({ path }) => [path, segmentsOf(path)]));
  return (write, at) => {
    if (isRead(write)) return [];
    const writeSegments = segments.get(write.path) ?? [];
    const related = reads.filter(({ path }) => areRelated(writeSegments, segments.get(path) ?? []));
    if (related.length === 0 && reads.length > 0) {
      const reason = `\`${write.id}\` invalidates nothing, because no read is on its path, above it or below it`;
      const fix = "Set `x-invalidates` to the ids of the reads that it changes, or to [] if it changes none";
      warn(at, reason, fix);
    }
    return related.map((read) => invalidationOf(document, write, read, findChangedItems(document, write, read)));
  };
}

/** Reads `x-invalidates`, which replaces the invalidations derived from the paths. */
export function readInvalidatesOverride(
  { document, report }: ModelContext,
  write: Operation,
  operations: readonly Operation[],
  ids: readonly string[],
  at: Path,
): Invalidation[] {
  if (isRead(write)) report([...at, "x-invalidates"], "A read cannot invalidate other reads", "Remove `x-invalidates`");
  const reads = operations.filter(isRead);
  return ids.flatMap((id, index) => {
    // The operationId in the document takes precedence, because a generated name can equal another operationId.
    const read = reads.find(({ originalId }) => originalId === id) ?? reads.find((operation) => operation.id === id);
    if (read) return [invalidationOf(document, write, read)];
    report(
      [...at, "x-invalidates", index],
      `\`${id}\` is not the operationId of a read`,
      "Use the operationId of a GET or HEAD operation",
    );
    return [];
  });
}

/** Returns the invalidation of a read, limited by the inputs of the write that name the read's path parameters. */
function invalidationOf(
  document: OpenApiDocument,
  write: Operation,
  read: Operation,
  items?: ChangedItems,
): Invalidation {
  const pairs = [...pairParameters(read.template, write.template), ...findNamedParameter(document, write, read)];
  return { id: read.id, sharedParameters: Object.fromEntries(pairs), items };
}
