import type { Path } from "../spec/json.ts";
import { READ_METHODS } from "./conventions.ts";
import type { Building } from "./building.ts";
import type { Operation, StaleRead } from "./model.ts";
import { areRelated, templateParameters } from "./path-template.ts";

/** The reads that a write puts out of date: those on its own path, above it and below it. Siblings stay. */
export function findStale(write: Operation, operations: readonly Operation[]): StaleRead[] {
  if (READ_METHODS.includes(write.method)) return [];
  const reads = operations.filter(({ method, path }) => method === "GET" && areRelated(path, write.path));
  return reads.map((read) => staleRead(write, read));
}

/** A read that a write puts out of date, with the path parameters that narrow it down. */
function staleRead(write: Operation, read: Operation): StaleRead {
  const names = templateParameters(write.path);
  return { id: read.id, shared: templateParameters(read.path).filter((name) => names.includes(name)) };
}

/** Reads `x-stale`, for an operation where the paths tell the wrong thing. */
export function readOverride(
  { report }: Building,
  write: Operation,
  operations: readonly Operation[],
  ids: readonly string[],
  at: Path,
): StaleRead[] {
  if (READ_METHODS.includes(write.method)) report([...at, "x-stale"], "A read makes nothing stale", "Remove `x-stale`");
  return ids.flatMap((id, index) => {
    const read = operations.find((operation) => operation.id === id && READ_METHODS.includes(operation.method));
    if (read) return [staleRead(write, read)];
    report([...at, "x-stale", index], `There is no read \`${id}\``, "Name the operationId of a GET operation");
    return [];
  });
}
