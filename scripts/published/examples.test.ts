import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { REPOSITORY } from "../src/repository.ts";
import { createLinkedProject } from "./linked-project.ts";
import { readExamples } from "./read-examples.ts";
import { typeCheck } from "./type-check.ts";

/** Has the packages that examples import. */
const project = createLinkedProject({
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
});
const examples = readExamples(REPOSITORY);

/** The variables that short examples use without declaring them. */
const declarations = `
declare const iam: import("@segment-iam/client").IamClient;
declare const proxy: (request: Request) => Promise<Response>;
declare const queryClient: import("@tanstack/react-query").QueryClient;
declare const userId: string;
`;

beforeAll(() => {
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  writeFileSync(join(project, "declarations.d.ts"), declarations);
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
  const files = ["declarations.d.ts", ...examples.map(({ name }) => name)];
  const compilerOptions = {
    moduleDetection: "force",
    jsx: "react-jsx",
    noEmit: true,
    allowImportingTsExtensions: true,
    types: ["node"],
  };
  const errors = typeCheck(project, { files, compilerOptions });
  expect(examples.reduce((text, { name, place }) => text.replaceAll(`${name}(`, `${place} (`), errors)).toBe("");
});
