import { transformSync } from "@babel/core";
import compiler from "babel-plugin-react-compiler";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { REPOSITORY } from "../src/repository.ts";
import { readRecipe } from "./read-examples.ts";

const files = globSync(["packages/react/src/**/*.{ts,tsx}", "packages/examples/*/{app,src}/**/*.{ts,tsx}"], {
  cwd: REPOSITORY,
}).filter((file) => !/\.test(-d)?\.|\/test-utils\//.test(file));
const recipes = globSync("packages/examples/*/README.md", { cwd: REPOSITORY });

const modules = [
  ...files.map((file) => [file, read(file)] as const),
  ...recipes.flatMap((file) => [...readRecipe(read(file))].filter(([path]) => /\.tsx?$/.test(path))),
];

function read(file: string): string {
  return readFileSync(join(REPOSITORY, file), "utf8");
}

/** Returns the names of the components and hooks that the React Compiler compiles. @throws for one that it skips. */
function compile(code: string, filename = "module.tsx"): string[] {
  const compiled: string[] = [];
  const logEvent = (_: unknown, { kind, fnName }: { readonly kind: string; readonly fnName?: string }) => {
    if (kind === "CompileSuccess") compiled.push(String(fnName));
  };
  transformSync(code, {
    configFile: false,
    babelrc: false,
    filename,
    parserOpts: { plugins: ["typescript", "jsx"] },
    plugins: [[compiler, { panicThreshold: "all_errors", logger: { logEvent } }]],
  });
  return compiled;
}

it("compiles every component and hook of the react package and of the examples", () => {
  const compiled = modules.flatMap(([path, code]) => compile(code, path));
  expect(compiled).toEqual(
    expect.arrayContaining(["useBulk", "useRateLimit", "IamProvider", "BulkRemoval", "InviteForm", "Users", "Email"]),
  );
});

it("rejects a component that reads a ref while it renders", () => {
  const code = `
    import { useRef } from "react";
    export function Name() {
      const name = useRef("Ada");
      return <p>{name.current}</p>;
    }`;
  expect(() => compile(code)).toThrow("Cannot access refs during render");
});
