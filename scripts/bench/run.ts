import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem, type } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { REPOSITORY } from "../src/repository.ts";
import { compareClients, compareHooks } from "./comparison.ts";
import { formatTables, replaceSection, toMarkdown } from "./document.ts";
import { readNames } from "./read-options.ts";
import { TABLES_FILE, type Table } from "./tables.ts";

/**
 * Runs all benchmarks, and writes their tables to BENCHMARKS.md and the comparison to README.md. Takes about 20 minutes. Exits with 1
 * if a benchmark fails. A missed target is not a failure.
 *
 * Options: `--only client,react` runs some benchmarks and keeps the other sections of the files.
 */
const scripts: Readonly<Record<string, string>> = {
  client: "client/run.ts",
  react: "react/run.ts",
  limits: "limits/run.ts",
  proxy: "proxy/run.ts",
  console: "console/run.ts",
  generate: "generate.ts",
  mock: "mock.ts",
};

const NAMES = Object.keys(scripts);
const { only } = parseArgs({ options: { only: { type: "string", default: NAMES.join() } } }).values;
const names = readNames("--only", only, NAMES);

const machine = `${cpus().length} cores of ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}, Node.js ${process.version}`;

for (const name of names) {
  const tables = run(name);
  const date = new Date().toISOString().slice(0, 10);
  write("BENCHMARKS.md", name, `Measured on ${date}: ${machine}.\n\n${formatTables(tables)}`);
  const comparison = name === "client" ? compareClients(tables) : name === "react" ? compareHooks(tables) : undefined;
  if (!comparison) continue;
  for (const file of ["BENCHMARKS.md", "README.md"]) write(file, `comparison of ${name}`, toMarkdown(comparison));
}
spawnSync(join(REPOSITORY, "node_modules/.bin/oxfmt"), ["BENCHMARKS.md", "README.md"], { cwd: REPOSITORY });

/** Runs a benchmark. Returns the tables that it prints. */
function run(name: string): Table[] {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const file = join(folder, "tables.jsonl");
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, scripts[name] ?? "")], {
    stdio: "inherit",
    env: { ...process.env, [TABLES_FILE]: file },
  });
  const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  rmSync(folder, { recursive: true });
  const tables = lines.map((line): Table => JSON.parse(line));
  // A benchmark with a missed target also exits with 1, but it has printed the table of targets last.
  if (status !== 0 && tables.at(-1)?.title !== "Targets") {
    throw new Error(`bench:${name} failed with exit code ${status}; its section is unchanged`);
  }
  return tables;
}

function write(file: string, section: string, content: string): void {
  const path = join(REPOSITORY, file);
  writeFileSync(path, replaceSection(readFileSync(path, "utf8"), section, content));
}
