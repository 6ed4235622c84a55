import { execFileSync } from "node:child_process";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

import { measureSizes } from "../../published/size-budgets.ts";
import { compareSizes } from "./compare-sizes.ts";
import { REPOSITORY } from "../repository.ts";

/**
 * Prints the sizes of each package: built JavaScript and types in bytes; hand-written, test and generated code in lines. Then prints the
 * bundle size of each entry.
 *
 * Options: `--json` prints only the bundle sizes, as JSON. `--compare FILE` compares them with such a file, in Markdown.
 */
const { json, compare } = parseArgs({
  options: { json: { type: "boolean", default: false }, compare: { type: "string" } },
}).values;
const tracked = execFileSync("git", ["ls-files"], { cwd: REPOSITORY, encoding: "utf8" }).trim().split("\n");

interface Row {
  readonly package: string;
  readonly "js bytes": number;
  readonly "js gzip": number;
  readonly "d.ts bytes": number;
  readonly "hand-written lines": number;
  readonly "test lines": number;
  readonly "generated lines": number;
}

function measurePackage(directory: string): Row {
  const built = globSync(`${directory}/dist/**/*.js`, { cwd: REPOSITORY }).map((file) => join(REPOSITORY, file));
  const types = globSync(`${directory}/dist/**/*.d.ts`, { cwd: REPOSITORY }).map((file) => join(REPOSITORY, file));
  const sources = tracked.filter((file) => file.startsWith(`${directory}/`) && /\.(tsx?|css|html)$/.test(file));
  const generated = sources.filter((file) => file.includes("/generated/"));
  const tests = sources.filter((file) => /\.test(-d)?\.tsx?$|\/(testing|test-utils|fixtures)\//.test(file));
  const handWritten = sources.filter((file) => !generated.includes(file) && !tests.includes(file));
  return {
    package: directory,
    "js bytes": sum(built.map((file) => statSync(file).size)),
    "js gzip": sum(built.map((file) => gzipSync(readFileSync(file)).length)),
    "d.ts bytes": sum(types.map((file) => statSync(file).size)),
    "hand-written lines": sum(handWritten.map(countLines)),
    "test lines": sum(tests.map(countLines)),
    "generated lines": sum(generated.map(countLines)),
  };
}

function countLines(file: string): number {
  return readFileSync(join(REPOSITORY, file), "utf8").split("\n").length - 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const sizes = await measureSizes();
if (json) {
  console.log(JSON.stringify(sizes));
} else if (compare !== undefined) {
  console.log(compareSizes(JSON.parse(readFileSync(compare, "utf8")), sizes));
} else {
  const directories = globSync("packages/*", { cwd: REPOSITORY }).toSorted();
  console.table([...directories, "scripts"].map(measurePackage));
  const rows = sizes.map(({ entry, names, bytes, maxBytes }) => ({
    entry,
    names: names?.join(", ") ?? "all",
    "gzip bytes": bytes,
    budget: maxBytes,
  }));
  console.table(rows);
}
