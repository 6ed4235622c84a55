import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Returns the packages that a built module imports, itself or through its chunks. */
function importsOf(file: string): string[] {
  const imports = readFileSync(`dist/${file}`, "utf8").matchAll(/^(?:import|export) .*"(.*)";$/gm);
  return Array.from(imports, ([, name = ""]) => name).flatMap((name) =>
    name.startsWith("./") ? importsOf(name) : name,
  );
}

it("imports neither React nor TanStack Query, so that server components can import it", () => {
  expect(importsOf("index.js")).toEqual(expect.arrayContaining(["react", "@tanstack/react-query"]));
  expect(importsOf("query.js")).not.toEqual(expect.arrayContaining([expect.stringContaining("react")]));
  expect(importsOf("query.js")).toContain("@segment-iam/client");
});
