import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Installs packages with npm in a folder outside the workspace. Returns the folder.
 *
 * The folder's name is a hash of the packages, so later runs reuse it.
 *
 * @param overrides versions of indirect dependencies
 */
export function installPackages(
  packages: Readonly<Record<string, string>>,
  overrides?: Readonly<Record<string, string>>,
): string {
  const manifest = JSON.stringify({ private: true, dependencies: packages, overrides });
  const name = createHash("sha256").update(manifest).digest("hex").slice(0, 12);
  const folder = join(tmpdir(), `segment-iam-packages-${name}`);
  const completeMarker = join(folder, "complete");
  if (existsSync(completeMarker)) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), manifest);
  const options = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps"];
  execFileSync("npm", options, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  writeFileSync(completeMarker, "");
  return folder;
}
