import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellsOf, expectedOutcome, lineOf } from "./outcomes.ts";
import { CANARY } from "./plan.ts";
import { runMatrix, type MatrixRun } from "./run-matrix.ts";
import { bundleModule } from "./runtimes/bundle-module.ts";
import { runtimes } from "./runtimes/runtimes.ts";
import { faultTable } from "./fault-table.ts";

const probe = await bundleModule("run-plan.ts");
const allRows = Object.keys(faultTable);
const fullRuntimes =
  process.env["FAULT_RUNTIMES"] === "all" ? runtimes.map(({ name }) => name) : ["node24", "chromium"];

/** One row of each kind, for runtimes that do not run the whole table in `pnpm test`. */
const smokeRows: readonly string[] = [
  "connection-refused",
  "reset-before-headers",
  "stall-in-headers",
  "stall-in-body",
  "reset-in-body",
  "chunks-cut",
  "truncated-json",
  "html-502",
  "empty-429",
  "no-data",
  "gzip-that-is-plain-later",
  "redirect-307",
  "early-hints-103",
  "kept-connection-closed",
  "422-none",
  "429-ms-before-next",
  "503-retry-after-seconds",
  "503-x-should-retry-false",
];

describe.each(runtimes)("$name", (runtime) => {
  const rows = fullRuntimes.includes(runtime.name) ? allRows : smokeRows;
  const cells = rows.flatMap((row) => cellsOf(runtime.name, row));
  let run: MatrixRun;
  let seconds: number;

  beforeAll(async () => {
    const startedMs = performance.now();
    run = await runMatrix(runtime, probe, cells);
    seconds = (performance.now() - startedMs) / 1_000;
  });

  it.each(rows)("settles every operation with the expected outcome on %s", (row) => {
    const calls = cellsOf(runtime.name, row);
    const observed = calls.map((cell) => `${cell.operation} ${cell.occurs}: ${run.outcomeOf(cell)}`);
    const expected = calls.map(
      (cell) => `${cell.operation} ${cell.occurs}: ${lineOf(expectedOutcome(cell, runtime.name))}`,
    );
    expect(observed).toEqual(expected);
  });

  it("runs in the intended runtime", () => {
    expect(run.agent).toContain(runtime.agent);
  });

  it("exits with code 0 and closes all connections", () => {
    expect(run.end).toMatchObject({ end: "exit 0" });
    expect(run.openConnections).toBe(0);
  });

  it("leaves no unhandled rejection", () => {
    expect(run.unhandledRejections).toEqual([`Error: ${CANARY}`]);
  });

  it("does not follow a redirect to another origin", () => {
    expect(run.redirectedRequests).toEqual([]);
  });

  afterAll(() => {
    const agent = /Chrome[^ ]*/.exec(run.agent)?.[0] ?? run.agent;
    console.log(
      `${runtime.name} (${agent}): ${rows.length} rows, ${cells.length} calls, ${run.requests} requests in ${seconds.toFixed(1)} s`,
    );
  });
});
