import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, type PeersFolder } from "./peers.ts";
import { nineCalls } from "./nine-calls.ts";
import type { Verdict } from "../target-result.ts";

const MOST_INSTANTIATIONS = 1_500;

/** How much work nine typed calls are for TypeScript. Prints a table and judges ours. */
export function compareTypes(peers: PeersFolder): Verdict[] {
  const rows = nineCalls.map(({ client, code }) => check(peers, client, code));
  console.log("\nTypes: a file that calls all nine operations (TypeScript 5.9, --extendedDiagnostics)");
  console.table(rows);
  const ours = rows.find(({ client }) => client === "ours")?.instantiations ?? Number.NaN;
  const target = `<= ${MOST_INSTANTIATIONS}`;
  return [{ figure: "instantiations", measured: String(ours), target, holds: ours <= MOST_INSTANTIATIONS }];
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
  const printed = run(folder, "typescript", "-p", config, "--extendedDiagnostics");
  const figure = (label: string) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(printed)?.[1]);
  return {
    client,
    instantiations: figure("Instantiations"),
    types: figure("Types"),
    "check s": figure("Check time"),
    target: client === "ours" ? `<= ${MOST_INSTANTIATIONS}` : "",
  };
}
