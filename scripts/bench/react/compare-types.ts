import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TargetResult } from "../target-result.ts";
import { nineHooks } from "./nine-hooks.ts";
import type { ReactPeers } from "./peers.ts";

const MOST_INSTANTIATIONS = 5_000;

/** How much work nine typed hooks are for TypeScript. Prints a table and judges ours. */
export function compareTypes(peers: ReactPeers): TargetResult[] {
  const rows = Object.entries(nineHooks).map(([library, code]) => check(peers, library, code));
  console.log("\nTypes: hooks of all nine operations in use (TypeScript 5.9, --extendedDiagnostics)");
  console.table(rows);
  const { instantiations = Number.NaN, errors = 1 } = rows.find(({ library }) => library === "ours") ?? {};
  return [
    {
      metric: "instantiations for nine hooks",
      measured: String(instantiations),
      target: `<= ${MOST_INSTANTIATIONS}`,
      passed: instantiations <= MOST_INSTANTIATIONS,
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
  const printed = run("typescript", "-p", config, "--extendedDiagnostics", "--pretty", "false");
  const figure = (label: string) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(printed)?.[1]);
  return {
    library,
    instantiations: figure("Instantiations"),
    types: figure("Types"),
    "check s": figure("Check time"),
    errors: printed.match(/: error TS\d+/g)?.length ?? 0,
  };
}
