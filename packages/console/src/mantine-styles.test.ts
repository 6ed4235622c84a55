import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

it("mantine.css imports the styles of every Mantine component in the build", () => {
  const assets = join(import.meta.dirname, "../dist/assets");
  const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
  const usedClasses = new Set(scripts.flatMap((name) => mantineClassesIn(join(assets, name))));
  const styles = join(fileURLToPath(import.meta.resolve("@mantine/core/styles.css")), "../styles");
  const usedFiles = readdirSync(styles)
    .filter((name) => name.endsWith(".layer.css"))
    .filter((name) => mantineClassesIn(join(styles, name)).some((className) => usedClasses.has(className)));
  const imports = readFileSync(join(import.meta.dirname, "mantine.css"), "utf8");
  expect(usedFiles).toContain("Button.layer.css");
  expect(usedFiles.filter((name) => !imports.includes(`/styles/${name}"`))).toEqual([]);
});

/** Returns Mantine's generated class names in a file. */
function mantineClassesIn(path: string): string[] {
  return readFileSync(path, "utf8").match(/\bm_[0-9a-f]{6,8}\b/g) ?? [];
}
