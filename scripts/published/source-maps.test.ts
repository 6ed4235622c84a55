import { globSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { REPOSITORY } from "../src/repository.ts";

/** A declaration at the start of a line, and its name. */
const DECLARATION = /^(?:export )?(?:declare )?(?:abstract )?(?:const|function|class|interface|type) ([\w$]+)/;

it.each(["client", "helpers", "msw", "proxy", "react", "types"])(
  "maps each declaration of %s to its source",
  (name) => {
    const maps = globSync("**/*.d.ts.map", { cwd: join(REPOSITORY, "packages", name, "dist") });
    const results = maps.flatMap((map) => findSources(join(REPOSITORY, "packages", name, "dist", map)));
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter(({ name, source }) => !source?.includes(name))).toEqual([]);
  },
);

/** Returns the declared names in a file, each with the line of the source that the map leads to. */
function findSources(mapFile: string): { name: string; source: string | undefined }[] {
  const map = new SourceMap(JSON.parse(readFileSync(mapFile, "utf8")));
  const lines = readFileSync(mapFile.replace(/\.map$/, ""), "utf8").split("\n");
  return lines.flatMap((line, lineIndex) => {
    const { 0: start = "", 1: name } = DECLARATION.exec(line) ?? [];
    if (name === undefined) return [];
    const { originalSource, originalLine } = { ...map.findEntry(lineIndex, start.length - name.length) } as Origin;
    const file = join(dirname(mapFile), originalSource ?? "");
    return [{ name, source: originalSource && readFileSync(file, "utf8").split("\n")[originalLine ?? 0] }];
  });
}

/** The members of an entry that the test reads. They are missing if the map has no entry. Lines count from zero. */
interface Origin {
  readonly originalSource?: string;
  readonly originalLine?: number;
}
