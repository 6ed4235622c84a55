import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A packed package. */
export interface PackedPackage {
  readonly name: string;
  /** The tarball's path. */
  readonly tarball: string;
  /** The import specifier of each entry, such as `@segment-iam/helpers/retry`. */
  readonly specifiers: readonly string[];
}

const publicPackages = [
  "--recursive",
  "--filter",
  "./packages/*",
  "--filter",
  "!@segment-iam/console",
  "--filter",
  "!@segment-iam/docs",
  "--filter",
  "!@segment-iam/test-utils",
];

/**
 * Packs all public packages of the workspace into a folder. They must be built.
 *
 * Runs the `pnpm` on the `PATH`. A nested `npx pnpm` would wait for npm's lock forever.
 */
export function packPackages(root: string, folder: string): PackedPackage[] {
  const output = execFileSync("pnpm", [...publicPackages, "pack", "--json", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const packed: { name: string; filename: string }[] = JSON.parse(output);
  return packed.map(({ name, filename }) => ({ name, tarball: filename, specifiers: specifiersOf(root, name) }));
}

function specifiersOf(root: string, name: string): string[] {
  const folder = name.replace("@segment-iam/", "");
  const text = readFileSync(join(root, "packages", folder, "package.json"), "utf8");
  const { exports }: { exports: Record<string, unknown> } = JSON.parse(text);
  const subpaths = Object.keys(exports).filter((path) => !path.endsWith(".json"));
  return subpaths.map((path) => name + path.slice(1));
}
