import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A package that holds a runtime, and where in it the runtime is. */
export interface RuntimePackage {
  readonly name: string;
  readonly version: string;
  /** The file to run or import, as a glob below `node_modules`. */
  readonly file: string;
}

const cache = join(import.meta.dirname, "../../../node_modules/.cache/runtimes");

/**
 * Installs a runtime from npm outside the workspace, and answers with the file to run. A second run finds it there.
 *
 * Install scripts are left out: all they do is to put the binary where the file is not looked for.
 */
export function installRuntime({ name, version, file }: RuntimePackage): string {
  const folder = join(cache, `${name.replace("/", "+")}-${version}`);
  const isComplete = join(folder, "complete");
  if (!existsSync(isComplete)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { [name]: version } }));
    const options = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel=error"];
    execFileSync("npm", options, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    writeFileSync(isComplete, "");
  }
  const [found] = globSync(`node_modules/${file}`, { cwd: folder });
  if (found === undefined) throw new Error(`${name}@${version} has no ${file} for ${process.platform} ${process.arch}`);
  return join(folder, found);
}
