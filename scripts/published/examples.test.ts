import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readExamples } from "./read-examples.ts";

const root = join(import.meta.dirname, "../..");
const project = mkdtempSync(join(tmpdir(), "examples-"));
const examples = readExamples(root);

/** The packages that examples import, and the workspace package that depends on each. */
const dependencies = {
  "@tanstack/react-query": "react",
  "@testing-library/react": "react",
  "@types/node": "react",
  "@types/react": "react",
  "@vitejs/plugin-react": "console",
  msw: "msw",
  react: "react",
  redis: "helpers",
  srvx: "proxy",
  vite: "console",
  vitest: "react",
};

/** The variables that short examples use without declaring them. */
const declarations = `
declare const iam: import("@segment-iam/client").IamClient;
declare const proxy: (request: Request) => Promise<Response>;
declare const queryClient: import("@tanstack/react-query").QueryClient;
declare const userId: string;
`;

const compilerOptions = {
  target: "es2022",
  module: "nodenext",
  moduleDetection: "force",
  jsx: "react-jsx",
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  lib: ["es2023", "dom", "dom.iterable"],
  types: ["node"],
};

beforeAll(() => {
  for (const name of readdirSync(join(root, "packages"))) link(`@segment-iam/${name}`, join(root, "packages", name));
  for (const [name, owner] of Object.entries(dependencies)) {
    link(name, join(root, "packages", owner, "node_modules", name));
  }
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  writeFileSync(join(project, "declarations.d.ts"), declarations);
  const files = ["declarations.d.ts", ...examples.map(({ name }) => name)];
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  for (const { name, code } of examples) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), code);
  }
});

afterAll(() => rmSync(project, { recursive: true }));

it("finds the examples of the READMEs and of the reference", () => {
  const documents = new Set(examples.map(({ place }) => place.split(":")[0]));
  expect([...documents]).toEqual(expect.arrayContaining(["README.md", "packages/client/REFERENCE.md"]));
});

it("type-checks every example against the built packages", () => {
  expect(typeCheck()).toBe("");
});

/** Returns the type errors, with the Markdown file and line of each example. */
function typeCheck(): string {
  try {
    return execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", ".", "--pretty", "false"], {
      cwd: project,
      encoding: "utf8",
    });
  } catch (error) {
    const { stdout = String(error) } = error as { stdout?: string };
    return examples.reduce((text, { name, place }) => text.replaceAll(`${name}(`, `${place} (`), stdout);
  }
}

function link(name: string, target: string): void {
  const path = join(project, "node_modules", name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}
