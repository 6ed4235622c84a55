import { join } from "node:path";

import { expect, it, onTestFinished, vi } from "vitest";

import { temporaryTree } from "../test-utils/temporary-tree.ts";
import { startChild } from "./start-child.ts";
import { watchConsole } from "./watch-console.ts";

/** Fakes of the real programs. They append events to the file `log`. */
const PROGRAMS = {
  "spec.yaml": "good",
  "generate.mjs": `
    import { readFileSync } from "node:fs";
    process.exitCode = readFileSync("spec.yaml", "utf8").startsWith("good") ? 0 : 1;`,
  "build.mjs": `
    import { readFileSync } from "node:fs";
    process.exitCode = readFileSync("spec.yaml", "utf8").endsWith("unbuildable") ? 1 : 0;`,
  "serve.mjs": `
    import { appendFileSync } from "node:fs";
    const record = (text) => appendFileSync("log", text + " ");
    process.on("message", record);
    process.on("SIGTERM", () => { record("exited"); process.exit(0); });
    record("served");`,
};

it("reloads after each valid document and keeps running after an invalid one", async () => {
  using tree = temporaryTree(PROGRAMS);
  const messages: string[] = [];
  const log = () => tree.read()["log"]?.trim();
  const run = (name: string) => startChild([`${name}.mjs`], tree.root);
  const programs = { generate: () => run("generate"), build: () => run("build"), serve: () => run("serve") };
  const watched = watchConsole(join(tree.root, "spec.yaml"), programs, (message) => void messages.push(message));
  const change = async (text: string, check: () => void) => {
    messages.length = 0;
    tree.write("spec.yaml", text);
    await vi.waitFor(check, 10_000);
  };
  onTestFinished(() => watched.stop());

  await vi.waitFor(() => expect(log()).toBe("served"), 10_000);
  await change("good, too", () => expect(log()).toBe("served rebuilt"));
  for (const text of ["bad", "good, but unbuildable"]) {
    await change(text, () => expect(messages.at(-1)).toContain("Waiting"));
    expect(log()).toBe("served rebuilt");
  }
  await change("good again", () => expect(messages.at(-1)).toContain("valid again"));
  await vi.waitFor(() => expect(log()).toBe("served rebuilt rebuilt"), 10_000);

  await watched.stop();
  await watched.exited;
  expect(log()).toBe("served rebuilt rebuilt exited");
});

it("stops before the server starts", async () => {
  using tree = temporaryTree({ ...PROGRAMS, "generate.mjs": "setInterval(() => {}, 1_000);" });
  const run = (name: string) => startChild([`${name}.mjs`], tree.root);
  const programs = { generate: () => run("generate"), build: () => run("build"), serve: () => run("serve") };
  const messages: string[] = [];
  const watched = watchConsole(join(tree.root, "spec.yaml"), programs, (message) => void messages.push(message));
  await watched.stop();
  expect(await watched.exited).toBeUndefined();
  expect(messages).toEqual([]);
});
