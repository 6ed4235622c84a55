import { operationNames } from "./operations.ts";
import type { Cell } from "./plan.ts";
import type { RuntimeName } from "./runtimes/runtime.ts";
import { rowIn } from "./table.ts";

/** More than a call can have attempts; `Infinity` does not survive JSON. */
const EVERY_ATTEMPT = 1_000;

/** The calls of one row. */
export function cellsOf(runtime: RuntimeName, name: string): readonly Cell[] {
  const row = rowIn(runtime, name);
  const lasting = row.throws === undefined ? (["always"] as const) : (["always", "twice"] as const);
  return lasting.flatMap((lasts) =>
    operationNames.map((operation) => ({
      row: name,
      lasts,
      operation,
      stalls: row.throws === "TimeoutError",
      refusals: name !== "refused" ? 0 : lasts === "always" ? EVERY_ATTEMPT : 2,
      onKeptConnection: name.startsWith("kept-"),
    })),
  );
}
