import { transformSync } from "@babel/core";
import compiler from "babel-plugin-react-compiler";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { REPOSITORY } from "../src/repository.ts";

const patterns = ["packages/react/src/**/*.{ts,tsx}", "packages/examples/*/{app,src}/**/*.{ts,tsx}"];
const files = globSync(patterns, { cwd: REPOSITORY })
  .filter((file) => !/\.test(-d)?\.|\/test-utils\//.test(file))
  .toSorted();

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
  const compiled = files.flatMap((file) => compile(readFileSync(join(REPOSITORY, file), "utf8"), file));
  expect(compiled).toEqual(
    expect.arrayContaining(["useBulk", "useRateLimit", "IamProvider", "BulkRemoval", "InviteForm", "UserPage"]),
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
