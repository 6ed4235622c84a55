import { execFile } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { REPOSITORY } from "../../src/repository.ts";

const cache = join(REPOSITORY, "node_modules/.cache/runtimes");
const options = [
  "--no-audit",
  "--no-fund",
  "--no-package-lock",
  "--ignore-scripts",
  "--prefer-offline",
  "--fetch-retry-mintimeout=1000",
];

/**
 * Installs the npm package of a runtime into `node_modules/.cache/runtimes`, once. Returns the path of its program.
 *
 * @throws {Error} When npm cannot install it.
 */
export async function installRuntime(name: string, version: string, program: string): Promise<string> {
  const folder = join(cache, `${name.replace("/", "+")}-${version}`);
  const completeMarker = join(folder, "complete");
  if (!existsSync(completeMarker)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { [name]: version } }));
    try {
      await promisify(execFile)("npm", ["install", "--loglevel=error", ...options], { cwd: folder });
    } catch (cause) {
      throw new Error(`npm could not install ${name}@${version}. The tests need access to the npm registry.`, {
        cause,
      });
    }
    writeFileSync(completeMarker, "");
  }
  return join(folder, "node_modules", name, program);
}

/** Installs a version of Node.js. Returns the path of the program. */
export function installNode(version: string): Promise<string> {
  return installRuntime(`node-${process.platform}-${process.arch}`, version, "bin/node");
}

/** Installs Cloudflare's runtime. Returns the path of the program. */
export function installWorkerd(): Promise<string> {
  const { platform, arch } = process;
  const name = `@cloudflare/workerd-${platform}-${arch === "arm64" ? arch : "64"}`;
  return installRuntime(name, "1.20261117.1", "bin/workerd");
}
