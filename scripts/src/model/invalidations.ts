import type { Path } from "../spec/json.ts";
import type { ModelContext } from "./model-context.ts";
import { isRead } from "./conventions.ts";
import type { Operation, Invalidation } from "./model.ts";
import { areRelated, segmentsOf, templateParameters } from "./path-template.ts";

/** Returns a function that finds the reads to invalidate after a write: those on its path, above it or below it. */
export function createInvalidationFinder(operations: readonly Operation[]): (write: Operation) => Invalidation[] {
  const reads = operations.filter(({ method }) => method === "GET");
  const segments = new Map(operations.map(({ path }) => [path, segmentsOf(path)]));
  return (write) => {
    if (isRead(write)) return [];
    const writeSegments = segments.get(write.path) ?? [];
    return reads
      .filter(({ path }) => areRelated(writeSegments, segments.get(path) ?? []))
      .map((read) => invalidationOf(write, read));
  };
}

/** Reads `x-invalidates`, which replaces the invalidations derived from the paths. */
export function readInvalidatesOverride(
  { report }: ModelContext,
  write: Operation,
  operations: readonly Operation[],
  ids: readonly string[],
  at: Path,
): Invalidation[] {
  if (isRead(write)) report([...at, "x-invalidates"], "A read cannot invalidate other reads", "Remove `x-invalidates`");
  return ids.flatMap((id, index) => {
    const read = operations.find((operation) => operation.id === id && isRead(operation));
    if (read) return [invalidationOf(write, read)];
    report(
      [...at, "x-invalidates", index],
      `\`${id}\` is not the operationId of a read`,
      "Use the operationId of a GET operation",
    );
    return [];
  });
}

/** Returns the invalidation of a read, limited by the path parameters of both operations. */
function invalidationOf(write: Operation, read: Operation): Invalidation {
  const names = templateParameters(write.path);
  return { id: read.id, sharedParameters: templateParameters(read.path).filter((name) => names.includes(name)) };
}
