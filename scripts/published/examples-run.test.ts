import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { REPOSITORY } from "../src/repository.ts";
import { createLinkedProject } from "./linked-project.ts";
import { readExamples } from "./read-examples.ts";

const recipes = join(REPOSITORY, "packages/examples/testing");
const tests = readExamples(REPOSITORY).filter(({ code }) => code.includes('from "vitest"'));

/** Has the packages that the tests import. */
const project = createLinkedProject({
  "@tanstack/react-query": "react",
  "@testing-library/react": "react",
  "@vitest/browser-playwright": "react",
  jsdom: "react",
  msw: "msw",
  react: "react",
  vitest: "react",
});

beforeAll(() => {
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
