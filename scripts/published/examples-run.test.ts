import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readExamples } from "./read-examples.ts";

const root = join(import.meta.dirname, "../..");
const recipes = join(root, "packages/examples/testing");
const project = mkdtempSync(join(tmpdir(), "examples-run-"));
const tests = readExamples(root).filter(({ code }) => code.includes('from "vitest"'));

/** The packages that the tests import, and the workspace package that depends on each. */
const dependencies = {
  "@tanstack/react-query": "react",
  "@testing-library/react": "react",
  "@vitest/browser-playwright": "react",
  jsdom: "react",
  msw: "msw",
  react: "react",
  vitest: "react",
};

beforeAll(() => {
  for (const name of readdirSync(join(root, "packages"))) link(`@segment-iam/${name}`, join(root, "packages", name));
  for (const [name, owner] of Object.entries(dependencies)) {
    link(name, join(root, "packages", owner, "node_modules", name));
  }
  for (const { name, code } of tests) write(join("readme", name.replace(/\.tsx?$/, ".test$&")), code);
  cpSync(recipes, join(project, "testing"), { recursive: true });
});

afterAll(() => rmSync(project, { recursive: true }));

it("runs the tests in the READMEs as printed, without a configuration", () => {
  const { success, testResults } = runVitest("readme");
  expect(success).toBe(true);
  expect(testResults).toHaveLength(tests.length);
  expect(tests.length).toBeGreaterThan(1);
});

it.each(["node", "jsdom"])("runs the testing recipe for %s", (name) => {
  expect(runVitest("testing", "--project", name)).toMatchObject({ success: true, numPassedTests: 2 });
});

it("prints the files of the testing recipes in their README", () => {
  const readme = readFileSync(join(recipes, "README.md"), "utf8");
  const blocks = Array.from(readme.matchAll(/^```[jt]sx?\n\/\/ (\S+)\n(.*?)^```$/gms), ([, file = "", code = ""]) => ({
    file,
    code,
  }));
  expect(blocks).toHaveLength(13);
  for (const { file, code } of blocks) expect(code).toBe(readFileSync(join(recipes, file), "utf8"));
});

interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly testResults: readonly unknown[];
}

/** Runs Vitest in a folder of the project. @throws {Error} if a test fails, with its output. */
function runVitest(folder: string, ...args: readonly string[]): Report {
  const cwd = join(project, folder);
  const program = join(project, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", "--outputFile=report.json"];
  try {
    execFileSync(process.execPath, [program, "run", ...reporters, ...args], {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, VITEST: undefined, NODE_ENV: undefined },
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`Vitest failed:\n${stdout}\n${stderr}`, { cause: error });
  }
  return JSON.parse(readFileSync(join(cwd, "report.json"), "utf8"));
}

function write(path: string, code: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), code);
}

function link(name: string, target: string): void {
  const path = join(project, "node_modules", name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}
