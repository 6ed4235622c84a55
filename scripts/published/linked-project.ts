import { mkdirSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { REPOSITORY } from "../src/repository.ts";

/**
 * Creates a temporary folder in which code can import the built packages of the workspace. Returns its path.
 *
 * @param dependencies further packages, each with the workspace package that depends on it
 */
export function createLinkedProject(dependencies: Readonly<Record<string, string>>): string {
  const project = mkdtempSync(join(tmpdir(), "segment-iam-linked-"));
  const packages = join(REPOSITORY, "packages");
  for (const name of readdirSync(packages)) link(`@segment-iam/${name}`, join(packages, name));
  for (const [name, owner] of Object.entries(dependencies)) link(name, join(packages, owner, "node_modules", name));
  return project;

  function link(name: string, target: string): void {
    const path = join(project, "node_modules", name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path);
  }
}
