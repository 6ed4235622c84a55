import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import react from "eslint-plugin-react";
import { expect, it } from "vitest";
import { REPOSITORY } from "../src/repository.ts";
import { readExamples } from "./read-examples.ts";

const recipes = globSync("packages/examples/testing/*/*.{ts,tsx}", { cwd: REPOSITORY }).map((place) => ({
  place,
  code: readFileSync(join(REPOSITORY, place), "utf8"),
}));

const { recommended, "jsx-runtime": automaticRuntime } = react.configs.flat;

/** Returns the violations of the recommended rules of eslint-plugin-react. */
function lint(code: string): string[] {
  const messages = new Linter().verify(
    code,
    [
      { files: ["**/*.tsx"], languageOptions: { parser }, settings: { react: { version: "19.3" } } },
      { files: ["**/*.tsx"], ...recommended },
      { files: ["**/*.tsx"], rules: automaticRuntime?.rules ?? {} },
    ],
    "example.tsx",
  );
  return messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`);
}

it.each([...readExamples(REPOSITORY), ...recipes])("passes the recommended React rules: $place", ({ code }) => {
  expect(lint(code)).toEqual([]);
});

it.each(["<p children={1} />", 'createElement("p", { children: 1 })'])(
  "reports children that are passed as a prop: %s",
  (element) => {
    expect(lint(`import { createElement } from "react";\nexport const Name = () => ${element};\n`)).toEqual([
      expect.stringMatching(/^2: react\/no-children-prop: /),
    ]);
  },
);
