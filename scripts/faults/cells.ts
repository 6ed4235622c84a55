import { operationNames } from "./operations.ts";
import type { Cell } from "./plan.ts";
import { rowOf } from "./table.ts";

/** Rows whose every attempt ends by its timeout get a short one; for all others a timeout would be a failure. */
const SHORT_MS = 500;
const LONG_MS = 60_000;
/** More than a call can have attempts; `Infinity` does not survive JSON. */
const EVERY_ATTEMPT = 1_000;

/** The calls of one row. */
export function cellsOf(name: string): readonly Cell[] {
  const row = rowOf(name);
  const lasting = row.throws === undefined ? (["always"] as const) : (["always", "twice"] as const);
  return lasting.flatMap((lasts) =>
    operationNames.map((operation) => ({
      row: name,
      lasts,
      operation,
      timeoutMs: row.throws === "TimeoutError" ? SHORT_MS : LONG_MS,
      refusals: name !== "refused" ? 0 : lasts === "always" ? EVERY_ATTEMPT : 2,
      onKeptConnection: name.startsWith("kept-"),
    })),
  );
}
