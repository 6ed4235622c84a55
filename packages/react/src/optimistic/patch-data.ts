import type { QueryKey } from "@tanstack/react-query";
import type { Pages } from "../query/types.ts";

/** A patch whose types are known where it was written. */
export type AnyPatch = (pages: readonly unknown[], write: unknown, input: unknown) => readonly unknown[];

/** A query's data after a write: one answer or the pages of an infinite list, told apart by the key. */
export function patchData(
  [, , read, input, kind]: QueryKey,
  data: unknown,
  patches: Readonly<Record<string, AnyPatch | undefined>>,
  write: unknown,
): unknown {
  const patch = patches[String(read)];
  if (!patch || data === undefined) return data;
  if (kind !== "infinite") return patch([data], write, input)[0];
  const list = data as Pages<unknown>;
  const pages = patch(list.pages, write, input);
  return pages === list.pages ? data : { ...list, pages };
}
