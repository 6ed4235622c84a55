import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellsOf, expectedOutcome, lineOf } from "./outcomes.ts";
import { CANARY } from "./plan.ts";
import { runMatrix, type MatrixRun } from "./run-matrix.ts";
import { bundleModule } from "./runtimes/bundle-module.ts";
import { runtimes } from "./runtimes/runtimes.ts";
import { smokeRows, table } from "./fault-table.ts";

const probe = await bundleModule("run-plan.ts");
const everyRow = Object.keys(table);
const inFull = process.env["FAULT_RUNTIMES"] === "all" ? runtimes.map(({ name }) => name) : ["node24", "chromium"];

describe.each(runtimes)("$name", (runtime) => {
  const rows = inFull.includes(runtime.name) ? everyRow : smokeRows;
  const cells = rows.flatMap((row) => cellsOf(runtime.name, row));
  let run: MatrixRun;
  let seconds: number;

  beforeAll(async () => {
    const startedMs = performance.now();
    run = await runMatrix(runtime, probe, cells);
    seconds = (performance.now() - startedMs) / 1_000;
  });

  it.each(rows)("%s ends as the table says, for every operation", (row) => {
    const calls = cellsOf(runtime.name, row);
    const seen = calls.map((cell) => `${cell.operation} ${cell.lasts}: ${run.seen(cell)}`);
    const expected = calls.map(
      (cell) => `${cell.operation} ${cell.lasts}: ${lineOf(expectedOutcome(cell, runtime.name))}`,
    );
    expect(seen).toEqual(expected);
  });

  it("is the intended runtime", () => {
    expect(run.agent).toContain(runtime.agent);
  });

  it("exits by itself and leaves no connection open", () => {
    expect(run.end).toMatchObject({ end: "exit 0" });
    expect(run.leftOpen).toBe(0);
  });

  it("leaves no unhandled rejection", () => {
    expect(run.unhandledRejections).toEqual([`Error: ${CANARY}`]);
  });

  it("follows no redirect to another origin", () => {
    expect(run.strays).toEqual([]);
  });

  afterAll(() => {
    const agent = /Chrome[^ ]*/.exec(run.agent)?.[0] ?? run.agent;
    console.log(
      `${runtime.name} (${agent}): ${rows.length} rows, ${cells.length} calls, ${run.requests} requests in ${seconds.toFixed(1)} s`,
    );
  });
});
