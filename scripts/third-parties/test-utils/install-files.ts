import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installPackages } from "../../src/install-packages.ts";

/** A folder with files of this test and installed packages. */
export interface InstalledFiles {
  readonly folder: string;
  /** Returns the path of a file in an installed package. */
  readonly packageFile: (path: string) => string;
  readonly remove: () => void;
}

/** Copies a folder beside packages that npm has installed. */
export function installFiles(name: string, packages: Readonly<Record<string, string>>): InstalledFiles {
  const installed = installPackages(packages);
  const folder = mkdtempSync(join(installed, `${name}-`));
  cpSync(join(import.meta.dirname, "..", name), folder, { recursive: true });
  return {
    folder,
    packageFile: (path) => join(installed, "node_modules", path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
