import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { readIfThere, undefinedIfMissing } from "./read-if-there.ts";
import { REPOSITORY } from "./repository.ts";
import { summary, type RunOptions, type RunReport, type RunResult } from "./run-report.ts";

/** What is kept of a run, to know the next one by that would do the same. */
interface LastRun {
  /** Everything the output depends on, as a hash. */
  inputs: string;
  /** The files it left, by path from the root, each as a hash. */
  files: Record<string, string>;
  warned: string;
  report: RunReport;
}

/**
 * The result of the run before this one, if this one would read the same and find what that one left.
 *
 * Generating loads a parser and a formatter to find out that nothing changed; this reads a few files instead.
 */
export async function recall(options: RunOptions): Promise<RunResult | undefined> {
  const startMs = performance.now();
  const last = await readLastRun(options);
  if (last?.inputs !== (await hashInputs(options)) || !(await isAsLeft(options.out, last.files))) return undefined;
  const report = { ...last.report, changed: [], durationMs: Math.round(performance.now() - startMs) };
  return { exitCode: 0, message: summary(report, last.warned, options.check), report };
}

/** Keeps what a run left and said, for `recall`. */
export async function remember(
  options: RunOptions,
  { files, warned }: NonNullable<RunResult["written"]>,
  report: RunReport,
): Promise<void> {
  const hashes = Object.fromEntries(Array.from(files, ([path, content]) => [path, hashOf(content)]));
  const lastRun: LastRun = { inputs: await hashInputs(options), files: hashes, warned, report };
  const place = placeOf(options);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, JSON.stringify(lastRun));
}

async function readLastRun(options: RunOptions): Promise<LastRun | undefined> {
  try {
    return JSON.parse((await readIfThere(placeOf(options))) ?? "null") ?? undefined;
  } catch {
    // It was cut off in the middle of writing: as good as none.
    return undefined;
  }
}

async function isAsLeft(root: string, files: LastRun["files"]): Promise<boolean> {
  const directories = new Set(Object.keys(files).map((path) => dirname(path)));
  const generated = [...directories].filter((directory) => directory.endsWith("/generated"));
  const there = generated.flatMap((directory) => globSync(`${directory}/*`, { cwd: root }));
  if (there.some((path) => !(path in files))) return false;
  const contents = Object.entries(files).map(async ([path, hash]) => {
    const content = await readFile(join(root, path)).catch(undefinedIfMissing);
    return content !== undefined && hashOf(content) === hash;
  });
  return (await Promise.all(contents)).every(Boolean);
}

/** One place for each output; it is emptied with the installed packages, on which the output depends as well. */
function placeOf({ out, skipUnsupported }: RunOptions): string {
  const name = hashOf(JSON.stringify([out, skipUnsupported === true])).slice(0, 16);
  return join(REPOSITORY, "node_modules/.cache/last-run", `${name}.json`);
}

/** The document, the generator's own code, what it formats by, and the versions of all it calls. */
async function hashInputs({ spec }: RunOptions): Promise<string> {
  const code = globSync("scripts/src/**/*.ts", { cwd: REPOSITORY }).filter((path) => !path.endsWith(".test.ts"));
  const settings = [".oxfmtrc.json", "pnpm-lock.yaml"];
  const files = [spec, ...[...code.toSorted(), ...settings].map((path) => join(REPOSITORY, path))];
  const hash = createHash("sha256").update(JSON.stringify([spec, process.version]));
  for (const path of files) {
    const content = await readFile(path).catch(() => "");
    hash.update(`${content.length}:`).update(content);
  }
  return hash.digest("hex");
}

function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
