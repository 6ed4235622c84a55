import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { installNode } from "../faults/runtimes/install-runtime.ts";
import { REPOSITORY } from "../src/repository.ts";
import { packPackages } from "./pack-packages.ts";
import { readExamples } from "./read-examples.ts";
import { typeCheck } from "./type-check.ts";

const project = mkdtempSync(join(tmpdir(), "commonjs-"));
const packages = packPackages(REPOSITORY, project);
const specifiers = packages.flatMap(({ specifiers }) => specifiers).filter((name) => name !== "@segment-iam/types");
const readme = readFileSync(join(REPOSITORY, "README.md"), "utf8");

/** The path of Node.js 20.19.0, the oldest supported version and the first that can `require` an ES module. */
let oldestNode: string;

/** Installs the tarballs with pnpm and the settings in the README. */
beforeAll(async () => {
  const [, settings = ""] = /^```yaml\n(overrides:\n.*?)^```$/ms.exec(readme) ?? [];
  writeFileSync(join(project, "pnpm-workspace.yaml"), settings.replaceAll("file:../segment-iam/", "file:./"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true }));
  oldestNode = await installNode("20.19.0");
  const { catalog } = parse(readFileSync(join(REPOSITORY, "pnpm-workspace.yaml"), "utf8"));
  const peers = ["@opentelemetry/api", "@tanstack/react-query", "@types/node", "@types/react", "msw", "react"];
  const tarballs = packages.map(({ tarball }) => tarball);
  run("pnpm", "add", "--ignore-scripts", ...tarballs, ...peers.map((name) => `${name}@${catalog[name]}`));

  const imports = specifiers.map((specifier, index) => `import * as entry${index} from "${specifier}";\n`).join("");
  const counts = specifiers.map((_, index) => `Object.keys(entry${index}).length`).join(", ");
  writeFileSync(join(project, "static.ts"), `${imports}console.log(JSON.stringify([${counts}]));\n`);
  const example = readExamples(REPOSITORY).find(
    ({ place, code }) => place.startsWith("README.md") && /\bimport\(/.test(code),
  );
  writeFileSync(join(project, "dynamic.ts"), `${example?.code}\nvoid removeUsers([]);\n`);
}, 120_000);

afterAll(() => rmSync(project, { recursive: true }));

it("lists every package in the README's overrides that another package depends on", () => {
  const dependencies = packages.flatMap(({ name }) => {
    const manifest = readFileSync(join(project, "node_modules", name, "package.json"), "utf8");
    return Object.keys(JSON.parse(manifest).dependencies ?? {});
  });
  const ours = [...new Set(dependencies)].filter((name) => name.startsWith("@segment-iam/"));
  const { overrides } = parse(readFileSync(join(project, "pnpm-workspace.yaml"), "utf8"));
  expect(Object.keys(overrides).toSorted()).toEqual(ours.toSorted());
});

describe.each([
  ["5.9", "scripts/node_modules/typescript"],
  ["7", "node_modules/typescript"],
])("CommonJS with TypeScript %s", (_version, compiler) => {
  it.each(["node20", "nodenext"])("imports every entry with module %s", (module) => {
    expect(compile(compiler, module, "static.ts")).toBe("");
    for (const node of [process.execPath, oldestNode]) {
      const counts: number[] = JSON.parse(run(node, "static.js"));
      expect(counts).toHaveLength(specifiers.length);
      expect(Math.min(...counts)).toBeGreaterThan(0);
    }
  });

  it("reports TS1479 with module node16, and accepts the README's dynamic import", () => {
    const errors = compile(compiler, "node16", "static.ts").matchAll(/error (TS\d+)/g);
    expect(new Set(Array.from(errors, ([, code]) => code))).toEqual(new Set(["TS1479"]));
    expect(compile(compiler, "node16", "dynamic.ts")).toBe("");
  });
});

/** Compiles a file to CommonJS. Returns the errors. */
function compile(compiler: string, module: string, file: string): string {
  return typeCheck(project, { files: [file], compilerOptions: { module, types: ["node"] }, compiler });
}

/** Runs a program in the project and returns its output. @throws {Error} if it fails, with its output. */
function run(program: string, ...args: string[]): string {
  try {
    return execFileSync(program, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}
