import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A package as npm would receive it. */
export interface PackedPackage {
  readonly name: string;
  /** The tarball's path. */
  readonly tarball: string;
  /** What a user writes to import each entry: the name, and the name with each subpath. */
  readonly specifiers: readonly string[];
}

const everyPublicPackage = [
  "--recursive",
  "--filter",
  "./packages/*",
  "--filter",
  "!@segment-iam/console",
  "--filter",
  "!@segment-iam/test-utils",
];

/**
 * Packs every public package of the workspace into a folder. The packages must have been built.
 *
 * Takes the pnpm that runs the script: a second `npx pnpm` inside the first would wait for npm's lock for ever.
 */
export function packPackages(root: string, folder: string): PackedPackage[] {
  const printed = execFileSync("pnpm", [...everyPublicPackage, "pack", "--json", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const packed: { name: string; filename: string }[] = JSON.parse(printed);
  return packed.map(({ name, filename }) => ({ name, tarball: filename, specifiers: specifiersOf(root, name) }));
}

function specifiersOf(root: string, name: string): string[] {
  const folder = name.replace("@segment-iam/", "");
  const text = readFileSync(join(root, "packages", folder, "package.json"), "utf8");
  const { exports }: { exports: Record<string, unknown> } = JSON.parse(text);
  const subpaths = Object.keys(exports).filter((path) => path !== "./package.json");
  return subpaths.map((path) => name + path.slice(1));
}
