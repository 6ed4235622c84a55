import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { REPOSITORY } from "./repository.ts";

/**
 * Copies author, license and repository of the root's package.json into each published package. The repository's URL is thus set in one
 * place. `--check` writes nothing and exits with 1 when a package is out of date.
 */
const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

interface PackageJson {
  readonly private?: boolean;
  readonly author?: string;
  readonly license?: string;
  readonly repository?: unknown;
}

const read = (path: string): PackageJson => JSON.parse(readFileSync(join(REPOSITORY, path), "utf8"));

const { author, license, repository } = read("package.json");
for (const path of globSync("packages/*/package.json", { cwd: REPOSITORY })) {
  const manifest = read(path);
  if (manifest.private) continue;
  const directory = dirname(path).replaceAll("\\", "/");
  const updated = {
    ...manifest,
    author,
    license,
    homepage: `${repository}/tree/main/${directory}#readme`,
    bugs: `${repository}/issues`,
    repository: { type: "git", url: `git+${repository}.git`, directory },
  };
  const text = `${JSON.stringify(updated, null, 2)}\n`;
  if (JSON.stringify(updated) === JSON.stringify(manifest)) continue;
  if (values.check) {
    console.error(`${path} is out of date: run \`pnpm metadata\``);
    process.exitCode = 1;
  } else {
    writeFileSync(join(REPOSITORY, path), text);
    console.log(`Updated ${path}`);
  }
}
