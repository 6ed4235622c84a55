import type { Path } from "../spec/json.ts";
import type { Building } from "./model-context.ts";
import { isRead } from "./conventions.ts";
import type { Operation, StaleRead } from "./model.ts";
import { areRelated, segmentsOf, templateParameters } from "./path-template.ts";

/** Finds the reads that a write puts out of date: those on its own path, above it and below it. Siblings stay. */
export function createStaleFinder(operations: readonly Operation[]): (write: Operation) => StaleRead[] {
  const reads = operations.filter(({ method }) => method === "GET");
  const segments = new Map(operations.map(({ path }) => [path, segmentsOf(path)]));
  return (write) => {
    if (isRead(write)) return [];
    const own = segments.get(write.path) ?? [];
    return reads.filter(({ path }) => areRelated(own, segments.get(path) ?? [])).map((read) => staleRead(write, read));
  };
}

/** Reads `x-stale`, for an operation where the paths tell the wrong thing. */
export function readOverride(
  { report }: Building,
  write: Operation,
  operations: readonly Operation[],
  ids: readonly string[],
  at: Path,
): StaleRead[] {
  if (isRead(write)) report([...at, "x-stale"], "A read makes nothing stale", "Remove `x-stale`");
  return ids.flatMap((id, index) => {
    const read = operations.find((operation) => operation.id === id && isRead(operation));
    if (read) return [staleRead(write, read)];
    report([...at, "x-stale", index], `There is no read \`${id}\``, "Name the operationId of a GET operation");
    return [];
  });
}

/** A read that a write puts out of date, with the path parameters that narrow it down. */
function staleRead(write: Operation, read: Operation): StaleRead {
  const names = templateParameters(write.path);
  return { id: read.id, shared: templateParameters(read.path).filter((name) => names.includes(name)) };
}
