import { join } from "node:path";

import { expect, it, onTestFinished, vi } from "vitest";

import { temporaryTree } from "../test-utils/temporary-tree.ts";
import { startChild } from "./start-child.ts";
import { watchConsole } from "./watch-console.ts";

/** Stand-ins for the real programs, which log what happens to them. */
const PROGRAMS = {
  "spec.yaml": "good",
  "generate.mjs": `
    import { readFileSync } from "node:fs";
    process.exitCode = readFileSync("spec.yaml", "utf8").startsWith("good") ? 0 : 1;`,
  "build.mjs": `
    import { readFileSync } from "node:fs";
    process.exitCode = readFileSync("spec.yaml", "utf8").endsWith("unfit") ? 1 : 0;`,
  "serve.mjs": `
    import { appendFileSync } from "node:fs";
    const note = (text) => appendFileSync("log", text + " ");
    process.on("message", note);
    process.on("SIGTERM", () => { note("ended"); process.exit(0); });
    note("served");`,
};

it("reloads on each valid document, and keeps running on any other", { timeout: 40_000 }, async () => {
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
  for (const text of ["bad", "good, but unfit"]) {
    await change(text, () => expect(messages.at(-1)).toContain("Waiting"));
    expect(log()).toBe("served rebuilt");
  }
  await change("good again", () => expect(messages.at(-1)).toContain("valid again"));
  await vi.waitFor(() => expect(log()).toBe("served rebuilt rebuilt"), 10_000);

  await watched.stop();
  await watched.ended;
  expect(log()).toBe("served rebuilt rebuilt ended");
});

it("stops before the server has started", async () => {
  using tree = temporaryTree({ ...PROGRAMS, "generate.mjs": "setInterval(() => {}, 1_000);" });
  const run = (name: string) => startChild([`${name}.mjs`], tree.root);
  const programs = { generate: () => run("generate"), build: () => run("build"), serve: () => run("serve") };
  const messages: string[] = [];
  const watched = watchConsole(join(tree.root, "spec.yaml"), programs, (message) => void messages.push(message));
  await watched.stop();
  expect(await watched.ended).toBeUndefined();
  expect(messages).toEqual([]);
});
