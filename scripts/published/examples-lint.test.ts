import { join } from "node:path";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import react from "eslint-plugin-react";
import { expect, it } from "vitest";
import { readExamples } from "./read-examples.ts";

const components = readExamples(join(import.meta.dirname, "../..")).filter(({ name }) => name.endsWith(".tsx"));

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

it.each(components)("passes the recommended React rules: $place", ({ code }) => {
  expect(lint(code)).toEqual([]);
});

it("reports children that are passed as a prop", () => {
  expect(lint("export const Name = () => <p children={1} />;\n")).toEqual([
    expect.stringMatching(/^1: react\/no-children-prop: /),
  ]);
});
