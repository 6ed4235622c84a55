import { appendFileSync } from "node:fs";

/** A row of a table. Maps the name of a column to a cell. */
export type Row = Readonly<Record<string, string | number | boolean>>;

/** A table of results. */
export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** A measured value and its target. */
export interface TargetResult extends Row {
  readonly metric: string;
  readonly measured: string;
  readonly target: string;
  readonly passed: boolean;
}

/** Compares a measured value with its maximum. `digits` is the number of decimals to print. @default all decimals */
export function atMost(metric: string, value: number, maximum: number, digits?: number): TargetResult {
  const target = maximum === 0 ? "0" : `<= ${maximum}`;
  return { metric, measured: format(value, digits), target, passed: value <= maximum };
}

/** Compares a measured value with its minimum. `digits` is the number of decimals to print. @default all decimals */
export function atLeast(metric: string, value: number, minimum: number, digits?: number): TargetResult {
  return { metric, measured: format(value, digits), target: `>= ${minimum}`, passed: value >= minimum };
}

function format(value: number, digits: number | undefined): string {
  return digits === undefined ? String(value) : value.toFixed(digits);
}

/** The environment variable that names the file to which benchmarks append their tables, as one line of JSON for each table. */
export const TABLES_FILE = "BENCH_TABLES_FILE";

/** Prints a table. `pnpm bench` also collects it. */
export function printTable(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  console.table(rows);
  const file = process.env[TABLES_FILE];
  const table: Table = { title, rows };
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(table)}\n`);
}

/** Prints the target results. The process exits with 1 when a target is missed. */
export function printTargets(results: readonly TargetResult[]): void {
  printTable("Targets", results);
  const passedCount = results.filter(({ passed }) => passed).length;
  console.log(`${passedCount} of ${results.length} targets met`);
  if (passedCount < results.length) process.exitCode = 1;
}
