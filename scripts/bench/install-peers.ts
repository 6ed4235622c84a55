import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installPackages } from "../src/install-packages.ts";
import { printTable } from "./tables.ts";

/** A module in the folder of the peers. It resolves their names. */
const RESOLVER = "resolve.mjs";

/** Prints the versions of the compared packages (the peers), and installs them. Returns their folder. */
export function installPeers(packages: Readonly<Record<string, string>>): string {
  printTable(
    "Compared versions",
    Object.entries(packages).map(([library, version]) => ({ library, version })),
  );
  const folder = installPackages(packages);
  writeFileSync(join(folder, RESOLVER), "export const resolve = (name) => import.meta.resolve(name);\n");
  return folder;
}

/**
 * Imports a module of an installed peer. The caller declares its type.
 *
 * Each `copy` evaluates the module again. Packages with module-level queues need one copy for each simulated process.
 */
export type Load = <Module>(specifier: string, copy?: string) => Promise<Module>;

/** Returns a function that imports the peers in a folder of {@link installPeers}. */
export async function createLoad(folder: string): Promise<Load> {
  const { resolve }: Resolver = await import(pathToFileURL(join(folder, RESOLVER)).href);
  return (specifier, copy) => import(copy === undefined ? resolve(specifier) : `${resolve(specifier)}?${copy}`);
}

interface Resolver {
  readonly resolve: (specifier: string) => string;
}

/** Returns the path of the program of an installed peer. */
export function findProgram(folder: string, name: string): string {
  const manifest = readFileSync(join(folder, "node_modules", name, "package.json"), "utf8");
  const { bin }: { bin: string | Record<string, string> } = JSON.parse(manifest);
  const command = name === "typescript" ? "tsc" : name;
  const file = typeof bin === "string" ? bin : (bin[command] ?? Object.values(bin)[0] ?? "");
  return join(folder, "node_modules", name, file);
}
