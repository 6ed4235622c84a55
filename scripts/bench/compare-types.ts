import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PeersFolder } from "./peers-folder.ts";
import { atMost, printTable, type TargetResult } from "./tables.ts";

/** Modules that do the same with each library. */
export interface TypesComparison {
  /** What the modules do, for the title of the table. */
  readonly title: string;
  /** The code of each library, by its name. */
  readonly modules: Readonly<Record<string, string>>;
  /** The maximum of type instantiations for segment-iam. */
  readonly maxInstantiations: number;
}

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

/** Compares the cost of type-checking. Prints the table and returns the target results. */
export function compareTypes(
  peers: PeersFolder,
  { title, modules, maxInstantiations }: TypesComparison,
): TargetResult[] {
  const rows = Object.entries(modules).map(([library, code]) => typeCheck(peers, library, code));
  printTable(`Types: ${title} (TypeScript 5.9, --extendedDiagnostics)`, rows);
  const { instantiations = Number.NaN, errors = Number.NaN } =
    rows.find(({ library }) => library === "segment-iam") ?? {};
  return [atMost("type instantiations", instantiations, maxInstantiations), atMost("type errors", errors, 0)];
}

function typeCheck({ folder, run }: PeersFolder, library: string, code: string) {
  const name = `types-of-${library.replaceAll(/\W/g, "-")}`;
  writeFileSync(join(folder, `${name}.tsx`), code);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ compilerOptions, files: [`${name}.tsx`] }));
  const output = run("typescript", "-p", `${name}.json`, "--extendedDiagnostics", "--pretty", "false");
  const diagnostic = (label: string) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(output)?.[1]);
  return {
    library,
    instantiations: diagnostic("Instantiations"),
    types: diagnostic("Types"),
    "check time (s)": diagnostic("Check time"),
    errors: output.match(/: error TS\d+/g)?.length ?? 0,
  };
}
