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
 * Installs the npm package that holds a runtime, outside the workspace, and answers with the program in it. A second run finds
 * it there.
 *
 * @throws {Error} when the registry does not have it or cannot be reached: a runtime is never left out in silence.
 */
export async function installRuntime(name: string, version: string, program: string): Promise<string> {
  const folder = join(cache, `${name.replace("/", "+")}-${version}`);
  const isComplete = join(folder, "complete");
  if (!existsSync(isComplete)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { [name]: version } }));
    try {
      await promisify(execFile)("npm", ["install", "--loglevel=error", ...options], { cwd: folder });
    } catch (cause) {
      throw new Error(`The tests need ${name}@${version} from the npm registry, once; npm could not install it`, {
        cause,
      });
    }
    writeFileSync(isComplete, "");
  }
  return join(folder, "node_modules", name, program);
}
