import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { printTable, type TargetResult } from "../tables.ts";
import { nineHooks } from "./nine-hooks.ts";
import type { ReactPeers } from "./peers.ts";

const MAX_INSTANTIATIONS = 5_000;

/** Compares the type-checking cost of hooks for all nine operations. Prints the table and returns the target results. */
export function compareTypes(peers: ReactPeers): TargetResult[] {
  const rows = Object.entries(nineHooks).map(([library, code]) => check(peers, library, code));
  printTable("Types: a file that uses hooks of all nine operations (TypeScript 5.9, --extendedDiagnostics)", rows);
  const { instantiations = Number.NaN, errors = 1 } = rows.find(({ library }) => library === "segment-iam") ?? {};
  return [
    {
      metric: "instantiations for nine hooks",
      measured: String(instantiations),
      target: `<= ${MAX_INSTANTIATIONS}`,
      passed: instantiations <= MAX_INSTANTIATIONS,
    },
    { metric: "type errors", measured: String(errors), target: "0", passed: errors === 0 },
  ];
}

function check({ folder, run }: ReactPeers, library: string, code: string) {
  const name = library.replaceAll(/\W/g, "-");
  const file = join(folder, `types-of-${name}.tsx`);
  const config = join(folder, `types-of-${name}.json`);
  writeFileSync(file, code);
  const compilerOptions = {
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
    jsx: "react-jsx",
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [file] }));
  const output = run("typescript", "-p", config, "--extendedDiagnostics", "--pretty", "false");
  const diagnostic = (label: string) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(output)?.[1]);
  return {
    library,
    instantiations: diagnostic("Instantiations"),
    types: diagnostic("Types"),
    "check time (s)": diagnostic("Check time"),
    errors: output.match(/: error TS\d+/g)?.length ?? 0,
  };
}
