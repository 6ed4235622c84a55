import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, type PeersFolder } from "./peers.ts";
import { nineCalls } from "./nine-calls.ts";
import { printTable, type TargetResult } from "../tables.ts";

const MAX_INSTANTIATIONS = 1_500;

/** Compares the type-checking cost of calls to all nine operations. Prints the table and returns the target result. */
export function compareTypes(peers: PeersFolder): TargetResult[] {
  const rows = nineCalls.map(({ client, code }) => check(peers, client, code));
  printTable("Types: a file that calls all nine operations (TypeScript 5.9, --extendedDiagnostics)", rows);
  const instantiations = rows.find(({ client }) => client === "segment-iam")?.instantiations ?? Number.NaN;
  const target = `<= ${MAX_INSTANTIATIONS}`;
  return [
    {
      metric: "instantiations",
      measured: String(instantiations),
      target,
      passed: instantiations <= MAX_INSTANTIATIONS,
    },
  ];
}

function check({ folder }: PeersFolder, client: string, code: string) {
  const name = client.replaceAll(/\W/g, "-");
  const file = join(folder, `types-of-${name}.ts`);
  const config = join(folder, `types-of-${name}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, code);
  const compilerOptions = {
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [file] }));
  const output = run(folder, "typescript", "-p", config, "--extendedDiagnostics");
  const diagnostic = (label: string) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(output)?.[1]);
  return {
    client,
    instantiations: diagnostic("Instantiations"),
    types: diagnostic("Types"),
    "check time (s)": diagnostic("Check time"),
    target: client === "segment-iam" ? `<= ${MAX_INSTANTIATIONS}` : "",
  };
}
