import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { packPackages, type PackedPackage } from "../../published/pack-packages.ts";
import { REPOSITORY } from "../../src/repository.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The tarballs of all public packages. */
    readonly packages: readonly PackedPackage[];
  }
}

/** Packs the public packages once for all tests. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "segment-iam-packed-"));
  project.provide("packages", packPackages(REPOSITORY, folder));
  return () => rmSync(folder, { recursive: true });
}
